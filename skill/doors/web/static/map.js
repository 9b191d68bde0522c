// The map of the interview: the pictures of the review book, with the path so far.

import { latest, whileOpen } from "./beside.js";
import { post } from "./server.js";
import { element, make, text } from "./words.js";

/** Shows the map of a talk while its part is open. */
export function showMap(talk) {
  let chosen = 0;
  const ask = () => post("/map", { attributes: talk.attributes, locale: talk.locale });
  const load = latest(ask, ({ pictures }) => {
    const now = pictures.findIndex((one) => one.now);
    chosen = now >= 0 ? now : talk.attributes.state ? pictures.length - 1 : 0;
    shown(pictures);
  });

  function shown(pictures) {
    const buttons = pictures.map(({ title }, place) => {
      const label = text("map_part", { number: place + 1, title });
      const button = make("button", { type: "button", title: label }, String(place + 1));
      button.setAttribute("aria-label", label);
      button.setAttribute("aria-pressed", String(place === chosen));
      button.addEventListener("click", () => {
        chosen = place;
        shown(pictures);
        element("sheets").children[place].focus();
      });
      return button;
    });
    element("sheets").replaceChildren(...buttons);
    const { title, svg } = pictures[chosen];
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    element("sheet").replaceChildren(make("h3", {}, title), drawn);
    drawn.querySelector(".now")?.scrollIntoView?.({ block: "nearest" });
  }

  whileOpen(element("map"), talk, load);
}
