// Checks envelopes against Amazon's own types (ask-sdk-model, TypeScript), turned into JSON Schema:
// what the types do not name is an error. Reads {ResponseEnvelope: [...], RequestEnvelope: [...]} as
// JSON; prints {checked, wrong}, where wrong holds a line for each kind of error. The schemas are made
// in the folder that is named first.
"use strict";
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv").default;
const { createGenerator } = require("ts-json-schema-generator");

const folder = process.argv[2];
const told = JSON.parse(fs.readFileSync(0, "utf8"));

function schemaOf(type) {
  const source = path.join(folder, `${type}.ts`);
  const model = path.join(__dirname, "node_modules", "ask-sdk-model");
  fs.writeFileSync(source, `import { ${type} } from ${JSON.stringify(model)}; export type X = ${type};`);
  const config = path.join(folder, "tsconfig.json");
  fs.writeFileSync(config, JSON.stringify({ compilerOptions: { strict: true, skipLibCheck: true } }));
  return createGenerator({ path: source, type: "X", tsconfig: config, skipTypeCheck: true }).createSchema("X");
}

const wrong = {};
let checked = 0;
for (const [type, envelopes] of Object.entries(told)) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  const fits = ajv.compile(schemaOf(type));
  for (const envelope of envelopes) {
    checked += 1;
    if (fits(envelope)) continue;
    for (const { instancePath, message, params } of fits.errors) {
      const line = `${type}${instancePath} ${message} ${JSON.stringify(params)}`;
      wrong[line] = (wrong[line] || 0) + 1;
    }
  }
}
process.stdout.write(JSON.stringify({ checked, wrong }));
