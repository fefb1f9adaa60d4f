/** The whole way from the text of pages to the files of an SDK, in memory, for tests of single hostile inputs. */
import { expect } from "vitest";
import { byPlace } from "../diagnostics/by-place.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page } from "../docs/page.ts";
import { createParser } from "../docs/parser.ts";
import { emitModel } from "../emit/emit-model.ts";
import { declarationText } from "../emit/emitted.fixture.ts";
import { fileHeader } from "../emit/print-file.ts";
import { goldenDiagnostics } from "../golden/golden-diagnostics.ts";
import { outcomeOf } from "../golden/golden-outcome.ts";
import { planGoldens } from "../golden/plan-goldens.ts";
import type { ApiModel } from "../model/api-model.ts";
import { buildModel } from "../model/build-model.ts";
import { readDocsSet } from "../read-pages.ts";
import { normalised } from "../source/read-text.ts";
import { inspectOutput } from "../testing/output-problems.ts";

export interface Sdk {
  readonly pages: readonly Page[];
  readonly model: ApiModel;
  /** `code page:line:column`, sorted by place. */
  readonly findings: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Text of the output by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The declaration of that name with its comment, wherever it is; `""` where there is none. */
  readonly declaration: (name: string) => string;
}

/** Codes that nearly each of these small pages has, and that none of these tests is about. */
const beside = new Set(["permissions-missing", "response-missing"]);

/**
 * Makes an SDK of pages by path, as a run would, and looks for all that no page may bring about.
 * Both parsers have to find the same.
 */
export function sdkOf(texts: Readonly<Record<string, string>>): Sdk {
  const set = {
    root: "/docs",
    texts: new Map(Object.entries(texts).map(([path, text]): [string, string] => [path, normalised(text)])),
    diagnostics: [],
  };
  const read = readDocsSet(set, { parser: "remark" });
  if (createParser("satteri") !== null) expect(readDocsSet(set, { parser: "satteri" })).toEqual(read);
  const { model, diagnostics: linking } = buildModel(read.pages);
  const { reasons } = outcomeOf(planGoldens(model, { isLenient: false }));
  const found = [...read.findings.map(({ diagnostic }) => diagnostic), ...linking];
  const diagnostics = [...found, ...goldenDiagnostics(reasons, found)].sort(byPlace);
  const output = emitModel(model, { enumStyle: "enum", toolVersion: "1.2.3" });
  expect(inspectOutput(output).problems).toEqual([]);
  const files = new Map(output.map(({ path, text }) => [path, text]));
  const code = [...files].filter(([path]) => /^(?:models|operations)\/(?!index)/.test(path));
  return {
    pages: read.pages,
    model,
    findings: diagnostics
      .filter((one) => !beside.has(one.code))
      .map(({ code, place }) => `${code} ${place?.page}:${place?.line}:${place?.column}`),
    diagnostics,
    files,
    declaration: (name) =>
      code
        .map(([, text]) => declarationText(text, name).replace(`${fileHeader}\n\n`, ""))
        .filter((text) => text !== "")
        .join("\n\n"),
  };
}

export const fence = "```";

/** A page of the type `sample.time.lamp` whose first property row is on line 9. */
export function lampPage(rows: readonly string[], ...more: readonly string[]): string {
  const table = ["|Property|Type|Description|", "|:---|:---|:---|", ...rows].join("\n");
  return ["# lamp resource type\n\nNamespace: sample.time", `## Properties\n\n${table}`, ...more, ""].join("\n\n");
}

/** A page of one operation; the request begins on line 8. */
export function operationPage(request: string, ...more: readonly string[]): string {
  return [
    "# Get lamp",
    "Namespace: sample.time",
    `## HTTP request\n\n${fence}http\n${request}\n${fence}`,
    ...more,
    "",
  ].join("\n\n");
}

export const lampPath = "resources/lamp.md";
export const getPath = "api/lamp-get.md";

/** An example of {@link operationPage}: a request on line 10 of its text, and a response. */
export function example({
  name = "one",
  type = "sample.time.lamp",
  path = "/lamps/7",
  headers = "",
  body = '{ "id": "a" }',
}: {
  readonly name?: string;
  readonly type?: string;
  readonly path?: string;
  /** Lines, each with its line feed. */
  readonly headers?: string;
  readonly body?: string;
}): string {
  return [
    "## Example",
    `<!-- { "blockType": "request", "name": "${name}" } -->`,
    `${fence}http\nGET https://api.example.com/v1.0${path}\n${headers}${fence}`,
    `<!-- { "blockType": "response", "@odata.type": "${type}" } -->`,
    `${fence}http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}\n${fence}`,
  ].join("\n\n");
}
