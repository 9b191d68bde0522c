// The page as a speaker: it holds the session attributes, and sends back what was said.
// Nothing is stored; a reload starts anew.

const TIMEOUT = 15000;
const DOWN = "Nerve Check does not answer.";

const element = (id) => document.getElementById(id);
const log = element("log");
const reply = element("reply");
const trouble = element("trouble");

let attributes = {};
let busy = false;
let unsent = null; // the words that no answer came to: {words, item}

/** Sends what was said, and shows it and the reply. */
function say(words) {
  if (busy || !words.trim()) return;
  if (unsent) unsent.item.remove();
  unsent = { words, item: show("you", "You", [words]) };
  deliver();
}

/** Sends the unsent words; they stay unsent when no answer comes. */
async function deliver() {
  setBusy(true);
  trouble.hidden = true;
  try {
    const answer = await ask(unsent.words);
    unsent = null;
    hear(answer);
  } catch (error) {
    element("trouble-text").textContent = error.told || DOWN;
    trouble.hidden = false;
    element("again").focus();
  } finally {
    setBusy(false);
  }
}

/** Returns the skill's answer; throws an error, with its sentence in "told" when there is one. */
async function ask(words) {
  const response = await fetch("/say", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ say: words, attributes, locale: document.documentElement.lang }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error("refused"), { told: answer.error });
  return answer;
}

/** Shows an answer, and what can be said next. */
function hear(answer) {
  for (const old of log.querySelectorAll(".skill")) old.classList.add("old");
  attributes = answer.attributes;
  const items = answer.text ? [show("skill", "Nerve Check", sentences(answer.text))] : [];
  if (answer.ended) items.push(show("note", "", ["The conversation has ended."]));
  offer(answer);
  element("say").value = "";
  // When the control that was used is gone, the keyboard goes on from the reply.
  if (!document.activeElement.offsetParent) items[0].focus({ preventScroll: true });
  items[0].scrollIntoView({ block: "start" });
}

/** Shows the controls that fit the kind of answer that is waited for. */
function offer({ expects, choices }) {
  element("start").textContent = log.children.length ? "Start again" : "Start";
  element("choices").replaceChildren(...choices.map(choiceButton));
  for (const one of document.querySelectorAll("[data-for]")) {
    one.hidden = !one.dataset.for.split(" ").includes(expects);
  }
}

function choiceButton({ say, label }) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.say = say;
  button.textContent = label;
  return button;
}

/** Returns the sentences of a text, so that each stands in a line of its own. */
function sentences(text) {
  return text.split(/(?<=[.?!])\s+/);
}

/** Adds an item to the conversation, and returns it. */
function show(kind, who, paragraphs) {
  const item = document.createElement("li");
  item.className = kind;
  item.tabIndex = -1;
  if (who) item.append(line("span", who, "who"));
  const style = (text) => (text.endsWith("?") ? "question" : "");
  item.append(...paragraphs.map((text) => line("p", text, style(text))));
  log.append(item);
  return item;
}

function line(tag, text, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

/** Marks waiting without disabling anything, so that the keyboard's place is kept. */
function setBusy(now) {
  busy = now;
  reply.setAttribute("aria-busy", String(now));
}

reply.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-say]");
  // The second half of a double click would answer the next question.
  if (button && event.detail < 2) say(button.dataset.say);
});

element("words").addEventListener("submit", (event) => {
  event.preventDefault();
  say(element("say").value);
});

element("again").addEventListener("click", deliver);

document.addEventListener("keydown", (event) => {
  // A key that is held down would answer the next question, too.
  if (event.repeat && event.key === "Enter") event.preventDefault();
});

offer({ expects: "launch", choices: [] });
