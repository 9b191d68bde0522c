// The conversation: it holds the session attributes as Alexa would, and sends what was said.
// It lives in this tab only; a reload finds it again, and closing the tab forgets it.

import { isUp, post } from "./server.js";

const KEPT = "nerve-check";
const PATIENCE = 2000; // milliseconds between two looks whether the server is back
const START = { attributes: {}, expects: "launch", choices: [], turns: [], last: null };

/** Tells its listeners: "said", "turn", "busy", "trouble", "anew". */
export class Talk extends EventTarget {
  constructor(locale) {
    super();
    this.locale = locale;
    this.busy = false;
    this.watched = false; // whether a script is being played
    this.aloud = null; // a promise that the turn has been said aloud, if somebody says it
    this.unsent = null; // what no answer came to: {words, send}
    Object.assign(this, structuredClone(START), kept());
  }

  /** Says words; returns the turn that answers them, or null when none came. */
  say(words) {
    return words.trim() ? this.send({ words, send: { say: words } }) : null;
  }

  /** Says words that were heard by voice. */
  sayHeard(words) {
    return this.send({ words, spoken: true, send: { say: words } });
  }

  /** Presses a button of the screen that was shown. */
  tap(args, label) {
    return this.send({ words: label, tapped: true, send: { tap: args } });
  }

  send(unsent) {
    if (this.busy) return null;
    this.unsent = unsent;
    this.tell("said", unsent);
    return this.deliver();
  }

  /** Sends what is unsent; it stays so when no answer comes. */
  async deliver() {
    this.setBusy(true);
    const how = this.unsent; // kept with its turn, to be shown and saved
    const { attributes, locale } = this;
    try {
      const answer = await post("/say", { ...how.send, attributes, locale, screen: true });
      this.unsent = null;
      this.take({ ...answer, ...how });
      return answer;
    } catch (error) {
      this.keep();
      this.tell("trouble", error);
      if (!error.told) this.waitForServer();
      return null;
    } finally {
      this.setBusy(false);
    }
  }

  take({ request, response, attributes, expects, choices, ...turn }) {
    Object.assign(this, { attributes, expects, choices, last: { request, response } });
    const { title, colour, ink } = response.response.directives?.[0]?.datasources.screen ?? {};
    this.turns.push(Object.assign(turn, { title, colour, ink }));
    this.keep();
    this.tell("turn", turn);
  }

  /** Sends what is unsent as soon as the server answers again. */
  waitForServer() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(async () => {
      if (!this.unsent || this.busy) return;
      if (await isUp()) this.deliver();
      else this.waitForServer();
    }, PATIENCE);
  }

  /** Forgets everything. */
  anew() {
    Object.assign(this, structuredClone(START), { unsent: null });
    this.keep();
    this.tell("anew");
  }

  get ended() {
    return this.turns.at(-1)?.ended ?? false;
  }

  setBusy(now) {
    this.busy = now;
    this.tell("busy", now);
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  keep() {
    const { attributes, expects, choices, turns, last, unsent } = this;
    const state = JSON.stringify({ attributes, expects, choices, turns, last, unsent });
    try {
      sessionStorage.setItem(KEPT, state);
    } catch {
      // A browser that keeps nothing only loses the conversation on a reload.
    }
  }
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}
