// Behind the words: what the core makes of the session, as the server works it out.

import { latest, whileOpen } from "./beside.js";
import { chart } from "./chart.js";
import { post } from "./server.js";
import { element, make, text } from "./words.js";

/** Shows what is behind a talk while its part is open. */
export function showInside(talk) {
  const ask = () => post("/inside", { attributes: talk.attributes, locale: talk.locale });
  const load = latest(ask, (inside) => keepingFolds(element("inside"), [
    ...(talk.attributes.state ? whatIsThere(inside, talk) : [line("no_session")]),
    ...times(talk),
    ...exchange(talk),
  ]));
  whileOpen(element("behind"), talk, load);
}

/** Replaces what a part shows; what was unfolded there stays so. */
function keepingFolds(part, content) {
  const open = [...part.querySelectorAll("[data-fold][open]")].map((one) => one.dataset.fold);
  part.replaceChildren(...content);
  for (const one of part.querySelectorAll("[data-fold]")) one.open = open.includes(one.dataset.fold);
}

function whatIsThere(inside, talk) {
  return [
    ...level(inside), ...scales(inside), ...leaning(inside), ...remaining(inside),
    ...ahead(inside), ...session(inside, talk),
  ];
}

const heading = (key) => make("h3", {}, text(key));
const line = (key, fills) => make("p", {}, text(key, fills));

function level({ level: { id, name }, rules }) {
  return [
    heading("reached"),
    make("p", {}, make("span", { className: `pill ${id}` }, name)),
    ...(rules.length ? [make("ul", {}, ...rules.map(rule))] : [line("no_rule")]),
  ];
}

function rule({ id, level: reached, told, why, sources }) {
  return make("li", {},
    make("strong", {}, id), " ", make("span", { className: `pill ${reached.id}` }, reached.name),
    line("rule_told", { told: told.join("; ") }),
    ...(why ? [line("rule_why", { why })] : []),
    make("details", {}, make("summary", {}, text("sources")),
      make("ul", {}, ...sources.map(source))));
}

function source({ title, urls }) {
  const links = urls.map((url) => (/^https?:\S+$/.test(url)
    ? make("a", { href: url, rel: "noreferrer" }, url) : url));
  return make("li", {}, title, ...links.flatMap((one) => [make("br"), one]));
}

function scales({ scales: { moves, parts, ...ends } }) {
  const now = moves.at(-1);
  const ranges = ["nerve", "muscle"].map((scale) => make("li", {},
    make("span", { className: `key ${scale}` }), ` ${text(scale)}: `,
    text("scale_now", { now: now[scale], least: ends[scale][0], most: ends[scale][1] })));
  const rows = moves.slice(1).map(({ about, nerve, muscle }) => [about, nerve, muscle]);
  return [
    heading("scales"), chart(moves, ends), make("ul", { className: "keys" }, ...ranges),
    folded("scale_moves", table([text("scale_after"), text("nerve"), text("muscle")], rows)),
    folded("scale_parts", table(
      [text("question"), text("answer"), text("nerve"), text("muscle")],
      parts.map(({ asked, answer, nerve, muscle }) => [asked, answer, nerve, muscle]))),
  ];
}

function leaning({ labels: { now, possible } }) {
  const open = possible.length > 1;
  return [
    heading("leaning"), line("leaning_now", { now }),
    open ? line("leaning_open", { names: possible.join(", ") }) : line("leaning_sure"),
  ];
}

function remaining({ remaining: rows }) {
  if (!rows.length) return [heading("remaining"), line("remaining_none")];
  const head = [text("question"), text("if_yes"), text("if_no")];
  const moved = rows.map(({ asked, yes, no }) => [asked, text("moved", yes), text("moved", no)]);
  return [heading("remaining"), table(head, moved)];
}

function ahead({ ahead: asks }) {
  if (!asks.length) return [heading("ahead"), line("ahead_none")];
  const items = asks.map(({ asked, items: count }) => make("li", {},
    count > 1 ? text("ahead_items", { asked, items: count }) : asked));
  return [folded("ahead", make("ol", {}, ...items))];
}

function session({ session: { answers, rest } }, talk) {
  const rows = answers.map(({ asked, answer }) => [asked, answer]);
  return [folded("session",
    table([text("question"), text("answer")], rows),
    make("p", {}, `${text("rest")}:`), code(rest),
    make("p", {}, `${text("raw")}:`), code(talk.attributes))];
}

function times({ turns }) {
  if (!turns.length) return [];
  const all = turns.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1);
  const rows = turns.map(({ words, seconds }, place) => [place + 1, words, seconds.toFixed(1)]);
  return [folded("seconds",
    line("seconds_all", { seconds: all, turns: turns.length }),
    table([text("turn"), text("said"), text("seconds")], rows))];
}

function exchange({ last }) {
  if (!last) return [];
  return [folded("request", code(last.request)), folded("response", code(last.response))];
}

function folded(key, ...content) {
  return make("details", { className: "folded", "data-fold": key },
    make("summary", {}, text(key)), ...content);
}

function code(value) {
  return make("pre", { tabIndex: 0 }, JSON.stringify(value, null, 2));
}

function table(head, rows) {
  return make("table", {},
    make("thead", {}, make("tr", {}, ...head.map((one) => make("th", { scope: "col" }, one)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {},
      ...row.map((cell) => make("td", {}, String(cell)))))));
}
