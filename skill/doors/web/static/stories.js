// Stories to watch, and files to load and save.

import { whileOpen } from "./beside.js";
import { Player } from "./player.js";
import { get, post } from "./server.js";
import { element, make, text } from "./words.js";

/** Shows the stories, the player and the files of a talk. */
export function showStories(talk) {
  const player = new Player(talk);
  const { locale } = talk;
  let stories = null;
  let file = null;

  async function list() {
    if (stories) return;
    ({ stories } = await get("/stories"));
    element("story-choice").hidden = !stories.length;
    element("story-none").hidden = Boolean(stories.length);
    element("story").replaceChildren(...stories.map(({ id, title }) =>
      make("option", { value: id }, `${id}: ${title}`)));
    tell();
  }

  const chosen = () => stories.find(({ id }) => id === element("story").value);
  const tell = () => {
    element("story-text").textContent = chosen()?.story ?? "";
  };

  async function watch() {
    const { id, title } = chosen();
    const script = await post("/story", { id, locale });
    player.load({ ...script, title, end: text("story_end", {
      ...script, accepted: script.accepted.join(", "),
    }) });
    player.play();
  }

  async function load(place = 0) {
    const script = await post("/load", { ...file, place, locale });
    element("part-choice").hidden = script.titles.length < 2;
    element("part-of").replaceChildren(...script.titles.map((title, number) =>
      make("option", { value: number, selected: number === place }, title)));
    player.load(script);
  }

  async function save(kind) {
    const said = talk.turns.map(({ send }) => send.say ?? send.tap);
    if (!said.length) return note(text("save_nothing"));
    const title = element("save-title").value;
    const saved = await post("/save", { said, kind, title, locale });
    const url = URL.createObjectURL(new Blob([saved.text], { type: "text/plain" }));
    make("a", { href: url, download: saved.name }).click();
    URL.revokeObjectURL(url);
    return note(saved.name);
  }

  const note = (words) => {
    element("save-note").textContent = words;
  };

  function moved() {
    const { script, at, done, playing } = player;
    element("player").hidden = !script;
    element("script-title").textContent = script?.title ?? "";
    element("play").textContent = text(playing ? "pause" : "play");
    for (const id of ["play", "step"]) element(id).setAttribute("aria-disabled", String(done));
    if (!script) return;
    element("progress").textContent = text("progress", { at, all: script.says.length });
    element("script-note").textContent = done ? ending(script) : "";
  }

  const told = (work) => async (...given) => {
    note("");
    try {
      await work(...given);
    } catch (error) {
      note(error.told || text("down"));
    }
  };

  whileOpen(element("stories"), talk, told(list));
  player.addEventListener("moved", moved);
  element("story").addEventListener("change", tell);
  element("watch").addEventListener("click", told(watch));
  element("play").addEventListener("click", () => (player.playing ? player.pause() : player.play()));
  element("step").addEventListener("click", () => player.step());
  element("part-of").addEventListener("change", told(({ target }) => load(Number(target.value))));
  element("file").addEventListener("change", told(async ({ target }) => {
    const [first] = target.files;
    if (!first) return;
    file = { name: first.name, text: await first.text() };
    target.value = ""; // the same file can be chosen again once it was changed
    await load();
  }));
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", told(() => save(button.dataset.save)));
  }
}

function ending({ missing = "", end = "" }) {
  if (missing) return text("script_missing", { act: missing });
  return end || text("script_end");
}
