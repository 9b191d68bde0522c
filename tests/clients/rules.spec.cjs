// ask-sdk-test's own rules over recorded conversations, against the endpoint: above all that a session
// stays open if and only if the speech has a question mark. SEQUENCES is a JSON file of conversations:
// each a title and its requests, with whether the session shall end then.
"use strict";
const fs = require("fs");
const http = require("http");
const { AlexaTest } = require("ask-sdk-test");

const agent = new http.Agent({ keepAlive: true });

function post(event, context, callback) {
  const body = JSON.stringify(event);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const request = http.request(process.env.ENDPOINT, { method: "POST", headers, agent }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => callback(null, JSON.parse(Buffer.concat(parts).toString("utf8"))));
  });
  request.on("error", callback);
  request.end(body);
}

const device = { appId: "amzn1.ask.skill.x", userId: "amzn1.ask.account.x", deviceId: "amzn1.ask.device.x" };
const tester = new AlexaTest(post, device);
const conversations = JSON.parse(fs.readFileSync(process.env.SEQUENCES, "utf8"));

describe("recorded conversations", () => {
  for (const { title, turns } of conversations) tester.test(turns, title);
});
