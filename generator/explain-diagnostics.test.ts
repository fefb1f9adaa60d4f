/**
 * The pages about diagnostics are true: what they warn of is found on the pages that they show, and what they recommend
 * is free of findings. With that, each code of the table is reported by something.
 */
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { type DiagnosticCode, diagnosticCodes, isDiagnosticCode } from "./diagnostics/codes.ts";
import { defaultLimits } from "./docs/limits.ts";
import { createPageReader } from "./docs/read-page.ts";
import { createVocabulary } from "./docs/synonyms.ts";
import { explain } from "./explain.ts";
import { codesFoundWith, snippetsBelow } from "./explained-snippets.fixture.ts";
import { accountFor } from "./golden/account.ts";
import { planGoldens } from "./golden/plan-goldens.ts";
import { example, model, operation } from "./model/sample-model.fixture.ts";
import { readDocsSet } from "./read-pages.ts";
import { openDocs } from "./source/docs-set.ts";
import { templatesFolder } from "./templates-folder.ts";
import { tempFolder } from "./testing/temp-folder.ts";

const folder = join(templatesFolder(), "explain", "diagnostics");
const codes = Object.keys(diagnosticCodes).filter(isDiagnosticCode);

function pageOf(code: DiagnosticCode): string {
  return readFileSync(join(folder, `${code}.md`), "utf8");
}

interface Occasion {
  /** Why no page of text that somebody would want to read can show it. */
  readonly reason: string;
  /** Brings it about. */
  readonly codes: () => readonly DiagnosticCode[];
}

function codesOfFile(name: string, content: string | Uint8Array): readonly DiagnosticCode[] {
  return openDocs(tempFolder({ [name]: content })).diagnostics.map(({ code }) => code);
}

function codesOfReading(text: string, parser: Parameters<typeof createPageReader>[0]["parser"]) {
  const read = createPageReader({ parser, vocabulary: createVocabulary(), lookup: () => undefined });
  return read("api/widget-get.md", text).diagnostics.map(({ code }) => code);
}

const occasions: Readonly<Partial<Record<DiagnosticCode, Occasion>>> = {
  "file-unreadable": {
    reason: "is about the file, not about its text",
    codes: () => {
      const docs = tempFolder({ "a.md": "# A" });
      symlinkSync(join(docs, "a.md"), join(docs, "b.md"));
      return openDocs(docs).diagnostics.map(({ code }) => code);
    },
  },
  "file-not-utf8": {
    reason: "is about bytes that are no text",
    codes: () => codesOfFile("a.md", Uint8Array.of(0x41, 0xff)),
  },
  "file-too-large": {
    reason: "takes four megabytes",
    codes: () => codesOfFile("a.md", new Uint8Array(defaultLimits.pageBytes + 1).fill(0x20)),
  },
  "page-too-complex": {
    reason: "takes as much text as its limits are high",
    codes: () => codesOfReading(`${">".repeat(defaultLimits.nesting + 1)} deep`, unused),
  },
  "page-failed": {
    reason: "is about a parser that fails, which is not known to happen on any text that is short",
    codes: () =>
      codesOfReading("# A", () => {
        throw new RangeError("Maximum call stack size exceeded");
      }),
  },
  "page-too-slow": {
    reason: "is about a page that takes seconds on any machine",
    codes: () => {
      const set = { root: "/", texts: new Map([["a.md", "|a|b|\n|-|-|\n".repeat(4_500)]]), diagnostics: [] };
      return readDocsSet(set, { limits: { pageSeconds: 0.001 } }).findings.map(({ diagnostic }) => diagnostic.code);
    },
  },
  "golden-failed": {
    reason: "is found by running tests, where one does not hold",
    codes: () => {
      const owner = operation("listWidgets", ["/widgets"], { examples: [example("GET", "/widgets")] });
      const set = model({ operations: [owner] });
      return accountFor([], set, planGoldens(set), () => "expected /widgets").listed.map(({ code }) => code);
    },
  },
};

function unused(): never {
  throw new Error("a page beyond the limits is not parsed");
}

test("every code has a page, and there are no others", () => {
  const pages = readdirSync(folder).map((name) => name.replace(/\.md$/u, ""));
  expect(pages.sort()).toEqual([...codes].sort());
});

describe.each(codes)("the page of %s", (code) => {
  it("is about it, and says what it means, why it matters, and what to write", () => {
    const page = explain(code);
    const { severity, message } = diagnosticCodes[code];
    expect(page.split("\n").slice(0, 3)).toEqual([
      `# ${code}`,
      "",
      message === "{reason}" ? severity : `${severity} · ${message}`,
    ]);
    expect(page.replace(/^(`{3,})[\s\S]*?^\1$/gmu, "").match(/^#+ .*$/gmu)).toEqual([
      `# ${code}`,
      "## Why it matters",
      "## Instead of",
      "## Use",
    ]);
    expect(page.split(/^## (?:Why it matters|Instead of|Use)$/mu).every((part) => part.trim().length > 40)).toBe(true);
  });
});

const shownCodes = codes.filter((code) => occasions[code] === undefined);

it.each(shownCodes)("what the page of %s warns of is reported, and nothing else that it does not speak of", (code) => {
  const found = codesFoundWith(snippetsBelow("Instead of", pageOf(code)));
  expect(found).toContain(code);
  expect(found.filter((other) => other !== code && !pageOf(code).includes(`\`${other}\``))).toEqual([]);
});

it.each(shownCodes)("nothing is found on what the page of %s recommends", (code) => {
  const snippets = snippetsBelow("Use", pageOf(code));
  expect(snippets.length).toBeGreaterThan(0);
  expect(codesFoundWith(snippets)).toEqual([]);
});

describe.each(Object.entries(occasions))("%s", (code, occasion) => {
  it(`${occasion.reason}, but is reported`, () => {
    expect(occasion.codes()).toEqual([code]);
  });

  it("is shown in other words than markdown", () => {
    expect(explain(code)).not.toMatch(/^`{3,}markdown/mu);
  });
});

it.each<[DiagnosticCode, readonly string[]]>([
  ["file-too-large", [`${defaultLimits.pageBytes / 2 ** 20} MiB`]],
  ["front-matter-invalid", [`${defaultLimits.frontMatterLength / 2 ** 10} KB`]],
  ["page-too-slow", [`${defaultLimits.pageSeconds} seconds`]],
  ["example-header-removed", [`${defaultLimits.headerLength / 2 ** 10} KB`]],
  ["include-cycle", [`${defaultLimits.includeDepth} levels`]],
  [
    "page-too-complex",
    (["lines", "nesting", "indentation", "tablePipes", "linkDefinitions", "markRun", "includes"] as const).map((name) =>
      defaultLimits[name].toLocaleString("en"),
    ),
  ],
])("the page of %s gives the limits that there are", (code, limits) => {
  const words = pageOf(code).replace(/\s+/gu, " ");
  expect(limits.filter((limit) => !words.includes(limit))).toEqual([]);
});

test("the pages of the shop themselves are free of findings", () => {
  expect(codesFoundWith([])).toEqual([]);
});
