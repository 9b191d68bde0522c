// The page as a speaker that talks: it says each turn, then listens, and asks again after silence.
// The browser's own speech first, then the server's, then text, saying so.

import { BrowserListener, NoEarsError, ServerListener } from "./listening.js";
import { get } from "./server.js";
import { BrowserSpeaker, ServerSpeaker } from "./speaking.js";
import { element, text } from "./words.js";

const RATE = 16000;

/** Talks and listens for a talk, while it is on. */
class Voice {
  constructor(talk) {
    Object.assign(this, { talk, on: false, doing: new AbortController() });
    talk.addEventListener("said", () => this.stop());
    talk.addEventListener("anew", () => this.stop());
    talk.addEventListener("turn", () => {
      if (this.listener) element("voice-note").textContent = this.noteOf(this.listener);
      if (this.on) talk.aloud = this.turn();
    });
  }

  async toggle() {
    this.stop();
    this.on = !this.on;
    this.tell(this.on ? "working" : "");
    if (!this.on) return;
    await this.find();
    if (!this.speaker && !this.listener) return this.turnOff("voice_none");
    if (!this.speaker || !this.listener) {
      element("voice-note").textContent = text(this.speaker ? "voice_deaf" : "voice_mute");
    } else {
      const own = this.listener instanceof BrowserListener;
      element("voice-note").textContent = own ? text("voice_browser") : this.warning;
    }
    this.talk.aloud = this.turn();
  }

  /** What stays beside the conversation: that the server's ears may miss an emergency. */
  noteOf(listener) {
    return listener === this.server ? this.warning : "";
  }

  /** Finds who can speak and listen here. */
  async find() {
    const { locale } = this.talk;
    this.context ??= new AudioContext({ sampleRate: RATE });
    const can = await get(`/voice?locale=${locale}`).catch(() => ({}));
    this.warning = can.warning ?? "";
    this.server = can.listens ? new ServerListener(this.context, locale) : null;
    this.speaker = await BrowserSpeaker.find(locale)
      ?? (can.speaks ? new ServerSpeaker(this.context, locale) : null);
    this.listener = BrowserListener.find(locale) ?? this.server;
  }

  /** Says the last turn, and hears the reply to it. */
  async turn() {
    const signal = this.begin();
    const response = this.talk.last?.response.response;
    if (!response || this.talk.turns.length === 0) return this.tell("");
    await this.say(response.outputSpeech?.ssml, signal);
    if (signal.aborted) return null;
    if (this.talk.ended || !this.listener) return this.tell("");
    // What follows is not waited for: a story goes on once this turn is said.
    if (!this.talk.watched) this.listen(response.reprompt?.outputSpeech.ssml, signal);
    return null;
  }

  async say(ssml, signal) {
    if (!this.speaker || !ssml) return;
    this.tell("speaking");
    try {
      await this.speaker.say(ssml, signal);
    } catch {
      this.speaker = null;
      element("voice-note").textContent = text(this.listener ? "voice_mute" : "voice_none");
    }
  }

  /** Hears a reply and says it to the skill; asks again after the first silence. */
  async listen(reprompt, signal) {
    for (const again of [reprompt, ""]) {
      const heard = await this.hear(signal);
      if (signal.aborted || !heard) return null;
      if (heard.text) return this.answer(heard, signal);
      if (heard.text === "") return this.talk.sayHeard("…");
      await this.say(again, signal);
      if (signal.aborted) return null;
    }
    return this.tell("silence");
  }

  async hear(signal) {
    this.tell("listening");
    try {
      return await this.listener.hear(this.talk.attributes, signal);
    } catch (error) {
      return signal.aborted ? null : this.otherwise(error, signal);
    }
  }

  /** Goes on with the server's ears when the browser's cannot hear, else by typing. */
  otherwise(error, signal) {
    const browsers = this.listener instanceof BrowserListener;
    const denied = error instanceof NoEarsError && error.message === "denied";
    this.listener = browsers && !denied ? this.server : null;
    if (this.listener) {
      element("voice-note").textContent = this.warning;
      return this.hear(signal);
    }
    element("voice-note").textContent = text(denied ? "voice_denied" : "voice_deaf");
    this.tell("");
    return null;
  }

  /** Says what was heard to the skill; what was not heard for sure counts only by a press. */
  async answer({ text: words, sure }, signal) {
    if (sure) return this.talk.sayHeard(words);
    const note = text("heard_unsure", { words });
    element("say").value = words;
    element("voice-note").textContent = note;
    await this.say(`<speak>${note.replace(/[<>&]/g, " ")}</speak>`, signal);
    return signal.aborted ? null : this.listen("", signal);
  }

  /** Interrupts what is said, and listens. */
  interrupt() {
    const signal = this.begin();
    if (this.listener) this.listen("", signal);
  }

  begin() {
    this.stop();
    this.doing = new AbortController();
    return this.doing.signal;
  }

  stop() {
    this.doing.abort();
    this.tell("");
  }

  turnOff(key) {
    this.on = false;
    this.tell("");
    element("voice-note").textContent = text(key);
  }

  tell(key, fills) {
    this.doingNow = key;
    element("voice-status").textContent = key ? text(key, fills) : "";
    element("voice").setAttribute("aria-pressed", String(this.on));
    element("talk").hidden = !this.on || !this.listener;
    return null;
  }
}

/** Lets the page talk and listen once its button is pressed. */
export function showVoice(talk) {
  const voice = new Voice(talk);
  element("voice").addEventListener("click", () => {
    element("voice-note").textContent = "";
    voice.toggle();
  });
  element("talk").addEventListener("click", () => voice.interrupt());
}
