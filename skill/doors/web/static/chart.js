// How the two scales moved: a line each, and at its end the range that it can still end in.

import { text } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, ROOM] = [560, 150, 30];
const [LEAST, MOST] = [-4, 4];

/** Returns the picture of the scales' moves, 0 in the middle, and of the ranges ahead of them. */
export function chart(moves, ends) {
  const step = (WIDTH - 2 * ROOM) / Math.max(moves.length - 1, 1);
  const x = (place) => ROOM + place * step;
  const picture = draw("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img", "aria-label": text("scales"),
  });
  for (const mark of [LEAST, 0, MOST]) {
    picture.append(
      draw("line", { class: "grid", x1: ROOM, x2: WIDTH - ROOM, y1: y(mark), y2: y(mark) }),
      draw("text", { x: ROOM - 5, y: y(mark) + 4, "text-anchor": "end" }, mark));
  }
  ["nerve", "muscle"].forEach((scale, place) => {
    const points = moves.map((one, at) => `${x(at)},${y(one[scale])}`).join(" ");
    const right = WIDTH - ROOM + 6 + 10 * place;
    const [least, most] = ends[scale];
    picture.append(
      draw("polyline", { class: scale, points }),
      draw("line", { class: `${scale} range`, x1: right, x2: right, y1: y(least), y2: y(most) }));
  });
  return picture;
}

/** Returns the height of a sum of evidence; what lies beyond the marks is drawn on them. */
function y(sum) {
  const share = (Math.min(Math.max(sum, LEAST), MOST) - LEAST) / (MOST - LEAST);
  return 10 + (HEIGHT - 20) * (1 - share);
}

function draw(tag, attributes, words = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = words;
  return made;
}
