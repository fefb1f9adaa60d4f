import { expect, it } from "vitest";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { goldenJson } from "./golden-json.ts";
import { goldenLines, type PrettyGoldens } from "./pretty-goldens.ts";

const message = (code: DiagnosticCode, text: string) => ({
  kind: "response",
  code,
  page: "api/a.md",
  line: 3,
  column: 5,
  message: text,
});

const run: PrettyGoldens = {
  account: {
    requests: { found: 3, passing: 2, listed: 1 },
    responses: { found: 0, passing: 0, listed: 0 },
    byCode: new Map<DiagnosticCode, number>([["example-value-type", 1]]),
    listed: [message("example-value-type", "`a` is\u001b[1m a string")],
    foreign: 2,
    withPlaceholders: 0,
    withAllowances: 1,
  },
  problems: [],
  tests: 3,
};

const plain = { isVerbose: false, paint: (_: string, text: string) => text };

it("counts, by code, and never rounds up", () => {
  expect(goldenLines(run, plain)).toEqual([
    "Requests  3: 2 passing (66.6 %), 1 listed",
    "Responses 0: 0 passing, 0 listed",
    "  warning  example-value-type      1",
    "       1 requests pass though the example writes the path in another way",
    "       2 requests go to other hosts, and are none of this service",
    "Tests     3",
    "          --verbose lists what is at odds, with its places",
  ]);
});

it("shows what is listed only if that is asked for, and neutrally", () => {
  const lines = goldenLines(run, { ...plain, isVerbose: true });
  expect(lines.slice(0, 2)).toEqual(["api/a.md:3:5: example-value-type (response) `a` is\u{fffd}[1m a string", ""]);
  expect(lines.at(-1)).toBe("Tests     3");
});

it("shows what failed at once, and problems up to a number", () => {
  const listed = [message("golden-failed", "expected 1"), ...run.account.listed];
  const problems = Array.from({ length: 25 }, (_, at) => `golden/a.test.ts:${at}`);
  const lines = goldenLines({ ...run, problems, account: { ...run.account, listed } }, plain);
  expect(lines.slice(19, 23)).toEqual([
    "golden/a.test.ts:19",
    "api/a.md:3:5: golden-failed (response) expected 1",
    "",
    "Requests  3: 2 passing (66.6 %), 1 listed",
  ]);
});

it("is JSON with codes as members, what is listed last", () => {
  const text = goldenJson(run);
  expect(text.endsWith("}\n")).toBe(true);
  expect(JSON.parse(text)).toEqual({
    ...run.account,
    byCode: { "example-value-type": 1 },
    tests: 3,
    problems: [],
  });
  expect(Object.keys(JSON.parse(text)).at(-1)).toBe("listed");
});
