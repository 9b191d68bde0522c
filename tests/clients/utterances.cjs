// Says paths of utterances to the skill through virtual-alexa: what is said is matched with the
// interaction model as it is deployed, and the request goes to the endpoint. Reads {model, url, name,
// paths} as JSON; prints, for each path, its turns. Two things are done as Alexa does them, not as
// virtual-alexa would: a sentence that only contains "open" or "ask" is no launch, and an utterance
// that no sample matches is the fallback intent.
"use strict";
const fs = require("fs");
const { VirtualAlexa } = require("virtual-alexa");
const { Utterance } = require("virtual-core");

const told = JSON.parse(fs.readFileSync(0, "utf8"));
const plain = (ssml) => (ssml || "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();
const opens = new RegExp(`^(?:alexa, )?(?:open|launch|start) ${told.name}$`, "i");
const asks = new RegExp(`^(?:alexa, )?ask ${told.name} `, "i");

function speaker() {
  const alexa = VirtualAlexa.Builder()
    .interactionModelFile(told.model)
    .skillURL(told.url)
    .applicationID("amzn1.ask.skill.virtual-alexa")
    .locale("en-US")
    .create();
  alexa.context().device().setID("amzn1.ask.device.virtual-alexa");
  alexa.context().device().audioPlayerSupported(false);
  return alexa;
}

async function turn(alexa, said) {
  if (opens.test(said)) return ["LaunchRequest", await alexa.launch()];
  const heard = new Utterance(alexa.context().interactionModel(), said.replace(asks, "").toLowerCase());
  const intent = heard.matched() ? heard.intent() : "AMAZON.FallbackIntent";
  const request = alexa.request().intent(intent);
  return [intent, await alexa.call(heard.matched() ? request.slots(heard.toJSON()) : request)];
}

async function path(sentences) {
  const alexa = speaker();
  const turns = [];
  for (const said of sentences) {
    const [intent, answer] = await turn(alexa, said);
    const { shouldEndSession, card } = answer.response;
    turns.push({ said, intent, speech: plain(answer.prompt()), reprompt: plain(answer.reprompt()),
      ended: shouldEndSession, card: card && card.title });
  }
  return turns;
}

(async () => {
  const found = [];
  for (const sentences of told.paths) found.push(await path(sentences));
  process.stdout.write(JSON.stringify(found));
})();
