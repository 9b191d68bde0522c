// Hands the microphone's samples to the page, in blocks of a thirty-second of a second.

const BLOCK = 512;

class Recorder extends AudioWorkletProcessor {
  constructor() {
    super();
    this.block = [];
    this.over = false;
    this.port.onmessage = () => {
      this.over = true;
    };
  }

  process([[channel]]) {
    if (channel) this.block.push(...channel);
    while (this.block.length >= BLOCK) {
      this.port.postMessage(Float32Array.from(this.block.splice(0, BLOCK)));
    }
    return !this.over;
  }
}

registerProcessor("recorder", Recorder);
