// Two ways to say a turn aloud: by the browser's own voice, or by sound from the server.

import { sound } from "./server.js";

const RATES = { "x-slow": 0.5, slow: 0.75, medium: 1, fast: 1.25, "x-fast": 1.5 };
const VOICES_TAKE = 1000; // milliseconds that a browser may take to name its voices

/** The browser's own voice for a language. */
export class BrowserSpeaker {
  static async find(locale) {
    const voices = await voicesOf(window.speechSynthesis);
    const fits = ({ lang }) => lang.replace("_", "-").startsWith(locale.split("-")[0]);
    const voice = voices.find(({ lang }) => lang.replace("_", "-") === locale) ?? voices.find(fits);
    return voice ? new BrowserSpeaker(voice, locale) : null;
  }

  constructor(voice, locale) {
    Object.assign(this, { voice, locale });
  }

  /** Says SSML; comes back when all is said, or was stopped. */
  async say(ssml, signal) {
    signal.addEventListener("abort", () => window.speechSynthesis.cancel(), { once: true });
    for (const { text, rate, pause } of pieces(ssml)) {
      if (signal.aborted) return;
      if (text) await this.utter(text, rate);
      if (pause) await wait(pause, signal);
    }
  }

  utter(text, rate) {
    return new Promise((resolve, reject) => {
      const { voice, locale: lang } = this;
      const said = Object.assign(new window.SpeechSynthesisUtterance(text), { voice, lang, rate });
      said.onend = resolve;
      said.onerror = ({ error }) =>
        (["canceled", "interrupted"].includes(error) ? resolve() : reject(new Error(error)));
      window.speechSynthesis.speak(said);
    });
  }
}

/** The server's voice, behind the extra [voice]. */
export class ServerSpeaker {
  constructor(context, locale) {
    Object.assign(this, { context, locale });
  }

  async say(ssml, signal) {
    // How slow it is stands in the SSML itself.
    const wav = await sound("/speak", { ssml, locale: this.locale, slow: false });
    if (signal.aborted) return;
    const source = this.context.createBufferSource();
    source.buffer = await this.context.decodeAudioData(wav);
    source.connect(this.context.destination);
    await new Promise((resolve) => {
      source.onended = resolve;
      signal.addEventListener("abort", () => source.stop(), { once: true });
      source.start();
    });
  }
}

async function voicesOf(synthesis) {
  if (!synthesis) return [];
  if (!synthesis.getVoices().length) {
    await Promise.race([
      new Promise((resolve) => synthesis.addEventListener?.("voiceschanged", resolve)),
      wait(VOICES_TAKE),
    ]);
  }
  return synthesis.getVoices();
}

/** Returns SSML as what is said in one go: {text, rate, pause after it in milliseconds}. */
export function pieces(ssml) {
  const speak = new DOMParser().parseFromString(ssml, "text/xml").documentElement;
  const found = [];
  read(speak, 1, found);
  return found;
}

function read(node, rate, found) {
  for (const child of node.childNodes) {
    const text = child.nodeType === Node.TEXT_NODE ? child.textContent.trim() : "";
    if (text) found.push({ text, rate, pause: 0 });
    else if (child.nodeName === "break") found.push({ text: "", rate, pause: milliseconds(child) });
    else if (child.childNodes.length) {
      read(child, rate * (RATES[child.getAttribute("rate")] ?? 1), found);
    }
  }
}

function milliseconds(node) {
  const [, number = 0, unit] = /^([\d.]+)(ms|s)$/.exec(node.getAttribute("time")) ?? [];
  return number * (unit === "s" ? 1000 : 1);
}

/** Waits; a signal ends it early. */
export function wait(time, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
