/** The published schema of SARIF 2.1.0. */
import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
// The schema is of draft 4, whose own schema is not among those that the validator has loaded.
const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

/** What the schema has to say against a log, a line each. */
export function sarifProblems(text: string): string[] {
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
}
