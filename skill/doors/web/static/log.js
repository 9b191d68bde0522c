// The conversation on the page: what was said, and the controls for what can be said now.

import { element, make, text } from "./words.js";

const log = element("log");
const reply = element("reply");
const trouble = element("trouble");

/** Draws a talk: all that was said so far, and each turn as it comes. */
export function draw(talk) {
  let waiting = null; // the item of the words that no answer came to
  let told; // the level that was told last

  function anew() {
    log.replaceChildren();
    waiting = told = null;
    trouble.hidden = true;
    for (const turn of talk.turns) showTurn(turn);
    if (talk.unsent) showUnsent(talk.unsent);
    offer(talk);
  }

  function showUnsent({ words, tapped, spoken }) {
    waiting?.remove();
    const who = tapped ? "you_tapped" : spoken ? "you_heard" : "you";
    waiting = show("you", text(who), [words]);
  }

  function showTurn(turn) {
    for (const old of log.querySelectorAll(".skill")) old.classList.add("old");
    if (!waiting) showUnsent(turn);
    waiting = null;
    const items = turn.text ? [show("skill", log.dataset.name, sentences(turn.text))] : [];
    if (isNews(turn)) items[0].querySelector("p").before(banner(turn));
    if (turn.ended) items.push(show("note", "", [text("ended")]));
    return items[0];
  }

  /** Returns whether a turn is the first that tells of its level. */
  function isNews({ title, text: words }) {
    const level = title === log.dataset.name ? undefined : title;
    const news = Boolean(words && level && level !== told);
    told = level;
    return news;
  }

  function hear(turn) {
    trouble.hidden = true;
    const first = showTurn(turn);
    offer(talk);
    element("say").value = "";
    // When the control that was used is gone, the keyboard goes on from the reply.
    if (!document.activeElement.checkVisibility()) first?.focus({ preventScroll: true });
    // A tap on the screen is looked at there.
    if (!turn.tapped) first?.scrollIntoView({ block: "start" });
  }

  talk.addEventListener("said", ({ detail }) => showUnsent(detail));
  talk.addEventListener("turn", ({ detail }) => hear(detail));
  talk.addEventListener("anew", anew);
  talk.addEventListener("busy", ({ detail }) => {
    // Marked without disabling anything, so that the keyboard's place is kept.
    reply.setAttribute("aria-busy", String(detail));
  });
  talk.addEventListener("trouble", ({ detail }) => {
    element("trouble-text").textContent = detail.told || text("down");
    const shown = !trouble.hidden;
    trouble.hidden = false;
    if (!shown) element("again").focus();
  });
  anew();
  if (talk.turns.length) log.lastElementChild.scrollIntoView({ block: "nearest" });
}

/** Shows the controls that fit the kind of answer that is waited for. */
function offer({ expects, choices, turns }) {
  element("start").textContent = text(turns.length ? "start_again" : "start");
  element("choices").replaceChildren(...choices.map(({ say, label }) =>
    make("button", { type: "button", "data-say": say }, label)));
  for (const one of document.querySelectorAll("[data-for]")) {
    one.hidden = !one.dataset.for.split(" ").includes(expects);
  }
}

/** Returns the level of a result as a device shows it: its title in its colours. */
function banner({ title, colour, ink }) {
  const made = make("p", { className: "banner" }, title);
  Object.assign(made.style, { backgroundColor: colour, color: ink });
  return made;
}

/** Returns the sentences of a text, so that each stands in a line of its own. */
function sentences(words) {
  return words.split(/(?<=[.?!])\s+/);
}

/** Adds an item to the conversation, and returns it. */
function show(kind, who, paragraphs) {
  const item = make("div", { className: `item ${kind}`, tabIndex: -1 });
  if (who) item.append(make("span", { className: "who" }, who));
  item.append(...paragraphs.map((words) =>
    make("p", { className: words.endsWith("?") ? "question" : "" }, words)));
  log.append(item);
  return item;
}
