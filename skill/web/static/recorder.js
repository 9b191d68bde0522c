// Hands the microphone's samples to the page, in blocks of a thirty-second of a second.

const BLOCK = 512;

class Recorder extends AudioWorkletProcessor {
  constructor() {
    super();
    this.block = [];
  }

  process([[channel]]) {
    if (channel) this.block.push(...channel);
    while (this.block.length >= BLOCK) {
      this.port.postMessage(Float32Array.from(this.block.splice(0, BLOCK)));
    }
    return true;
  }
}

registerProcessor("recorder", Recorder);
