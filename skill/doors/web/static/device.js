// The Echo Show beside the conversation: the document of the last turn, drawn to scale.

import { Screen } from "./apl.js";
import { element } from "./words.js";

const VIEWPORTS = {
  wide: { width: 1280, height: 800, shape: "rectangle" },
  round: { width: 480, height: 480, shape: "round" },
};

const device = element("device");
const stage = element("stage");
const idle = element("idle");

/** Shows the screens of a talk; a tap there says what its button says. */
export function showDevice(talk) {
  let shape = "wide";

  function drawn() {
    const directive = talk.last?.response.response.directives?.[0];
    const focused = stage.contains(document.activeElement);
    idle.hidden = Boolean(directive);
    stage.replaceChildren(...(directive ? [screen(directive)] : []));
    if (focused) device.focus({ preventScroll: true });
  }

  function screen(directive) {
    const send = (args, label) => talk.tap(args, label);
    return new Screen(directive, VIEWPORTS[shape], send).element;
  }

  function choose(name) {
    shape = name;
    device.dataset.shape = name;
    for (const one of document.querySelectorAll("[data-shape-of]")) {
      one.setAttribute("aria-pressed", String(one.dataset.shapeOf === name));
    }
    fit();
    drawn();
  }

  function fit() {
    const { width, height } = VIEWPORTS[shape];
    Object.assign(stage.style, {
      width: `${width}px`, height: `${height}px`,
      transform: `scale(${device.clientWidth / width})`,
    });
  }

  for (const one of document.querySelectorAll("[data-shape-of]")) {
    one.addEventListener("click", () => choose(one.dataset.shapeOf));
  }
  new ResizeObserver(fit).observe(device);
  talk.addEventListener("turn", drawn);
  talk.addEventListener("anew", drawn);
  choose(shape);
}
