// Two ways to hear a reply: by the browser's own recogniser, or by the server's.
// Both give {text, sure}; text is "" for what was not understood, null for silence.

import { post } from "./server.js";

export const PATIENCE = 8000; // milliseconds of silence until a speaker asks again
const LONGEST = 15; // seconds of speech that are listened to
const BEFORE = 0.3; // seconds kept from before speech was noticed
const AFTER = 0.8; // seconds of quiet that end a reply
const LOUDER = 3; // speech is this many times as loud as the room
const QUIETEST = 0.01; // and at least this loud; 1 is the loudest there is
const RATE = 16000;

/** Listening that cannot work here; "denied" when the microphone may not be used. */
export class NoEarsError extends Error {}

/** The browser's own recogniser. */
export class BrowserListener {
  static find(locale) {
    const Recogniser = window.SpeechRecognition ?? window.webkitSpeechRecognition;
    return Recogniser ? new BrowserListener(Recogniser, locale) : null;
  }

  constructor(Recogniser, locale) {
    Object.assign(this, { Recogniser, locale });
  }

  hear(_, signal) {
    return new Promise((resolve, reject) => {
      const ear = Object.assign(new this.Recogniser(), { lang: this.locale, interimResults: false });
      const timer = setTimeout(() => ear.abort(), PATIENCE);
      const end = (done, value) => {
        clearTimeout(timer);
        done(value);
      };
      ear.onspeechstart = () => clearTimeout(timer);
      ear.onresult = ({ results }) => end(resolve, { text: results[0][0].transcript, sure: true });
      ear.onnomatch = () => end(resolve, { text: "", sure: true });
      ear.onerror = ({ error }) => (["no-speech", "aborted"].includes(error)
        ? end(resolve, { text: null }) : end(reject, new NoEarsError(reason(error))));
      ear.onend = () => end(resolve, { text: null });
      signal.addEventListener("abort", () => ear.abort(), { once: true });
      ear.start();
    });
  }
}

const reason = (error) => (error === "not-allowed" ? "denied" : error);

/** The server's recogniser: the page records one reply and sends it. */
export class ServerListener {
  constructor(context, locale) {
    Object.assign(this, { context, locale });
  }

  async hear(attributes, signal) {
    const samples = await this.record(signal);
    if (!samples) return { text: null };
    const { locale } = this;
    const { text, sure = true } = await post("/listen", { wav: wav(samples), attributes, locale });
    return { text, sure };
  }

  /** Returns the samples of one reply, or null when nothing is said. */
  async record(signal) {
    const stream = await microphone();
    await this.context.audioWorklet.addModule("/static/recorder.js");
    const source = this.context.createMediaStreamSource(stream);
    const recorder = new AudioWorkletNode(this.context, "recorder");
    source.connect(recorder);
    try {
      return await reply(recorder.port, signal);
    } finally {
      recorder.port.onmessage = null;
      recorder.port.postMessage("over");
      source.disconnect();
      for (const track of stream.getTracks()) track.stop();
    }
  }
}

async function microphone() {
  try {
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true };
    return await navigator.mediaDevices.getUserMedia({ audio });
  } catch {
    throw new NoEarsError("denied");
  }
}

/** Returns what is said between two silences; null when nothing is, or the signal ends it. */
function reply(port, signal) {
  const heard = new Reply();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
    port.onmessage = ({ data }) => {
      heard.add(data);
      if (heard.over) resolve(heard.samples);
    };
    if (signal.aborted) resolve(null);
  });
}

/** Finds where a reply begins and ends by its loudness against the room's. */
export class Reply {
  constructor() {
    Object.assign(this, { blocks: [], room: QUIETEST, begun: false, quiet: 0, length: 0 });
  }

  add(block) {
    const seconds = block.length / RATE;
    const loud = Math.sqrt(block.reduce((sum, one) => sum + one * one, 0) / block.length);
    const speech = loud > Math.max(QUIETEST, LOUDER * this.room);
    if (!speech && !this.begun) this.room += 0.05 * (loud - this.room);
    this.begun ||= speech;
    this.quiet = speech ? 0 : this.quiet + seconds;
    this.length += seconds;
    this.blocks.push(block);
    if (!this.begun) while (this.blocks.length * seconds > BEFORE) this.blocks.shift();
  }

  get over() {
    if (!this.begun) return this.length * 1000 >= PATIENCE;
    return this.quiet >= AFTER || this.blocks.length * this.blocks[0].length >= LONGEST * RATE;
  }

  get samples() {
    return this.begun ? this.blocks.flatMap((block) => [...block]) : null;
  }
}

/** Returns samples as a WAV file in base64: 16 bits, one channel. */
export function wav(samples) {
  const view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const word = (at, letters) => [...letters].forEach((letter, place) =>
    view.setUint8(at + place, letter.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, 36 + 2 * samples.length, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((one, place) =>
    view.setInt16(44 + 2 * place, 32767 * Math.max(-1, Math.min(1, one)), true));
  const bytes = [...new Uint8Array(view.buffer)].map((byte) => String.fromCharCode(byte));
  return btoa(bytes.join(""));
}
