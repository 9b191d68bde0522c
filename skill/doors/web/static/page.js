// The page as a speaker: it wires the conversation to what is beside it.

import { keepOpen } from "./beside.js";
import { showDevice } from "./device.js";
import { showInside } from "./inside.js";
import { draw } from "./log.js";
import { showMap } from "./map.js";
import { showStories } from "./stories.js";
import { Talk } from "./talk.js";
import { showVoice } from "./voice.js";
import { element } from "./words.js";

const talk = new Talk(document.documentElement.lang);
keepOpen();
draw(talk);
showVoice(talk);
showDevice(talk);
showInside(talk);
showMap(talk);
showStories(talk);

element("reply").addEventListener("click", (event) => {
  const button = event.target.closest("button[data-say]");
  // The second half of a double click would answer the next question.
  if (button && event.detail < 2) talk.say(button.dataset.say);
});

element("words").addEventListener("submit", (event) => {
  event.preventDefault();
  talk.say(element("say").value);
});

element("again").addEventListener("click", () => talk.deliver());

element("new").addEventListener("click", () => {
  talk.anew();
  element("start").focus();
});

element("locale").addEventListener("change", ({ target }) => {
  location.search = new URLSearchParams({ locale: target.value });
});

document.addEventListener("keydown", (event) => {
  // A key that is held down would answer the next question, too.
  if (event.repeat && event.key === "Enter") event.preventDefault();
});

if (talk.unsent) talk.deliver();
