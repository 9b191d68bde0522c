// Plays a script: says what it says, step by step, in a new conversation.

import { wait } from "./speaking.js";

const PAUSE = 1400; // milliseconds between an answer and the next step, to read along

/** Tells its listeners "moved" whenever a step was taken or the playing began or stopped. */
export class Player extends EventTarget {
  constructor(talk) {
    super();
    this.talk = talk;
    this.script = null;
    this.at = 0;
    this.playing = false;
    // Whoever says something else takes over.
    talk.addEventListener("said", () => this.mine || this.pause());
  }

  /** Takes up a script, from its start. */
  load(script) {
    this.pause();
    Object.assign(this, { script, at: 0 });
    this.talk.anew();
    this.moved();
  }

  get done() {
    return !this.script || this.at >= this.script.says.length;
  }

  /** Says what comes next; returns whether it was answered. */
  async step() {
    if (this.done || this.talk.busy) return false;
    this.mine = true;
    const answered = this.talk.say(this.script.says[this.at]);
    this.mine = false;
    this.at += 1;
    this.moved();
    return Boolean(await answered);
  }

  async play() {
    this.playing = true;
    this.talk.watched = true; // nobody needs to listen for a reply
    this.moved();
    while (this.playing && !this.done) {
      if (!await this.step()) break;
      await Promise.all([this.talk.aloud, wait(PAUSE)]);
    }
    this.pause();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.talk.watched = false;
    this.moved();
  }

  moved() {
    this.dispatchEvent(new Event("moved"));
  }
}
