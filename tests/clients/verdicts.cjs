// What two verifiers that other people wrote say of request signatures, without a network: Amazon's
// own ask-sdk-express-adapter, and alexa-verifier. Reads {root, now, vectors} as JSON: a root that
// counts as trusted (PEM), the time in milliseconds, and for each vector its name, url, signature,
// body, and the chain (PEM) that stands at its url. Prints, by name, what each says: "" is yes.
"use strict";
const fs = require("fs");
const https = require("https");
const { EventEmitter } = require("events");

const told = JSON.parse(fs.readFileSync(0, "utf8"));

global.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [told.now]));
  }
  static now() {
    return told.now;
  }
};

let chain = "";
https.get = (address, options, answer) => {
  const request = new EventEmitter();
  const response = Object.assign(new EventEmitter(), { statusCode: 200, setEncoding: () => {} });
  request.end = () => {};
  process.nextTick(() => {
    (answer || options)(response);
    response.emit("data", chain);
    response.emit("end");
  });
  return request;
};

// The adapter trusts the roots that Node ships; the one of the tests takes their place.
const helper = require("ask-sdk-express-adapter/dist/verifier/helper");
const { generateCAStore } = helper;
helper.generateCAStore = () => generateCAStore([told.root]);
const { SkillRequestSignatureVerifier, TimestampVerifier } = require("ask-sdk-express-adapter");

async function adapter({ url, signature, body }) {
  const headers = { SignatureCertChainUrl: url, "Signature-256": signature };
  await new SkillRequestSignatureVerifier().verify(body, headers);
  await new TimestampVerifier().verify(body);
}

async function verdict(verify) {
  try {
    await verify();
    return "";
  } catch (error) {
    return String((error && error.message) || error) || "no";
  }
}

(async () => {
  const { default: verifier } = await import("alexa-verifier");
  const found = {};
  for (const [place, vector] of told.vectors.entries()) {
    ({ chain } = vector);
    // It keeps certificates by address: each vector gets an address of its own.
    const url = `${vector.url}${vector.url.includes("?") ? "&" : "?"}n=${place}`;
    found[vector.name] = {
      adapter: await verdict(() => adapter(vector)),
      verifier: await verdict(() => verifier(vector.url && url, vector.signature, vector.body)),
    };
  }
  process.stdout.write(JSON.stringify(found));
})();
