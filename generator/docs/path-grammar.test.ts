import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "./limits.ts";
import { isVersionSegment, piecesText, readTarget } from "./path-grammar.ts";
import { isLiteralId } from "./path-parser.ts";

/** Path and query as one text, or the reason. */
function read(target: string): string {
  const reading = readTarget(target);
  if (!reading.ok) return `refused: ${reading.reason}`;
  const query = reading.query.map((option) => `${option.name}=${option.value}`).join("&");
  return `${piecesText(reading.pieces)}${query === "" ? "" : `?${query}`}`;
}

function placeholders(target: string) {
  const reading = readTarget(target);
  return reading.ok ? reading.pieces.filter((piece) => piece.kind === "placeholder") : [];
}

describe("paths", () => {
  it.each([
    ["/widgets", "/widgets"],
    ["widgets/{id}", "/widgets/{id}"],
    ["/widgets/", "/widgets"],
    ["/v1.0/widgets/{id}", "/widgets/{id}"],
    ["//widgets", "/widgets"],
    ["/", "/"],
    ["/widgets/{widget-id}/parts/{part id}/$ref", "/widgets/{widget-id}/parts/{part id}/$ref"],
    ["/widgets/{id|code}", "/widgets/{id | code}"],
    ["/widgets/{id or code}/parts", "/widgets/{id | code}/parts"],
    ["/widgets/<id>/parts/[partId]", "/widgets/{id}/parts/{partId}"],
    ["/widgets/:id/parts", "/widgets/{id}/parts"],
    ["/parts/sample.shop.gear/{id}/teeth/$count", "/parts/sample.shop.gear/{id}/teeth/$count"],
    ["/a{x}{y}/b", "/a{x}{y}/b"],
    ["/widgets/{}/parts", "/widgets/{}/parts"],
    ["/widgets/ {id}/parts", "/widgets/{id}/parts"],
    ["/widgets/{id/parts", "/widgets/{id}/parts"],
    ["/widgets/{id}:polish", "/widgets/{id}:polish"],
    ["/widgets/{id}/parts/$entity", "/widgets/{id}/parts"],
    // trap 11
    ["/widgets/(widget-id)/parts/{id}", "/widgets/{widget-id}/parts/{id}"],
    // trap 12
    ["/widgets/{widget-id} | widget-code/parts", "/widgets/{widget-id | widget-code}/parts"],
    // trap 15
    ["/boxes/{id}/boxes/{id}/.../widgets/{id}", "/boxes/{id}/boxes/{id}/widgets/{id}"],
    // trap 19
    ["/sheets/{id}/area(<address>)/format", "/sheets/{id}/area({address})/format"],
    // trap 20
    ["/widgets/code={code}/parts", "/widgets/code={code}/parts"],
    // trap 21
    ["/widgets('{id}')", "/widgets('{id}')"],
    ["/sheets/{id}/area(address='<address>'/rows", "/sheets/{id}/area(address='{address}')/rows"],
    ["/f(a={a}, b = {b})", "/f(a={a},b={b})"],
    ["/f()", "/f()"],
    ["/widgets/{id} HTTP", "refused: unexpected text `HTTP` behind the path"],
  ])("reads %j", (target, expected) => {
    expect(read(target)).toBe(expected);
  });

  it("says the names of a placeholder", () => {
    expect(placeholders("/widgets/{id | code}")).toEqual([
      { kind: "placeholder", alternatives: ["id", "code"], encoding: "segment", literal: null, argument: null },
    ]);
  });

  it("lets values between colons hold slashes", () => {
    const found = placeholders("/boxes/{id}/root:/{item-path}:/parts/{part}");
    expect(found.map((piece) => piece.encoding)).toEqual(["segment", "path", "segment"]);
  });

  it("knows the key of an alternate key", () => {
    expect(placeholders("/widgets/code={code}")[0]).toMatchObject({ argument: "code", encoding: "segment" });
  });
});

describe("arguments", () => {
  it("are quoted, literal or placeholders", () => {
    expect(placeholders("/f(a='{x}',b={y},c='z',d=5,e=@e)")).toEqual([
      { kind: "placeholder", alternatives: ["x"], encoding: "quoted", literal: null, argument: "a" },
      { kind: "placeholder", alternatives: ["y"], encoding: "literal", literal: null, argument: "b" },
      { kind: "placeholder", alternatives: [], encoding: "quoted", literal: "z", argument: "c" },
      { kind: "placeholder", alternatives: [], encoding: "literal", literal: "5", argument: "d" },
      { kind: "placeholder", alternatives: ["e"], encoding: "literal", literal: null, argument: "e" },
    ]);
  });

  // trap 44
  it("make a parameter of a literal", () => {
    expect(placeholders("/widgets/filterBy(on='maker')")).toEqual([
      { kind: "placeholder", alternatives: [], encoding: "quoted", literal: "maker", argument: "on" },
    ]);
  });

  // trap 18
  it("keep the enum's name in front of a quoted one", () => {
    expect(read("/zones(kind=sample.shop.zoneKind'{kind}')")).toBe("/zones(kind=sample.shop.zoneKind'{kind}')");
    expect(placeholders("/zones(kind=sample.shop.zoneKind'{kind}')")[0]).toMatchObject({
      encoding: "quoted",
      argument: "kind",
    });
  });
});

// trap 16
describe("ids that were left in a template", () => {
  it("become parameters with the id as literal", () => {
    const [piece] = placeholders("/widgets/7f0c1de2-0001-4e71-b1e9-6d9810ab1793/parts");
    expect(piece).toMatchObject({ alternatives: [], literal: "7f0c1de2-0001-4e71-b1e9-6d9810ab1793" });
  });

  it.each(["7f0c1de2-0001-4e71-b1e9-6d9810ab1793", "42", "jane@example.com", "Xk4Tz9Qw2Lm7Rb5Nc8Vd"])(
    "%j is one",
    (text) => {
      expect(isLiteralId(text)).toBe(true);
    },
  );

  it.each([
    "widgets",
    "$value",
    "root",
    "gear10ShapePolicies",
    "sample.shop.gear",
    "getTop500WidgetsByMaker",
    "@odata",
  ])("%j is none", (text) => {
    expect(isLiteralId(text)).toBe(false);
  });
});

describe("query strings", () => {
  it.each([
    ["/w?start={s}&end={e}", "/w?start={s}&end={e}"],
    ["/w?$top=1&amp;$skip=2", "/w?$top=1&$skip=2"],
    // trap 21
    [
      "/w/{id}?$expand=notes($filter=id eq '{a&b}' and x=1)&$select=id",
      "/w/{id}?$expand=notes($filter=id eq '{a&b}' and x=1)&$select=id",
    ],
    ["/w?draft:{Boolean}", "/w?draft={Boolean}"],
    ["/w/?hidden=true", "/w?hidden=true"],
  ])("reads %j", (target, expected) => {
    expect(read(target)).toBe(expected);
  });
});

describe("absolute targets", () => {
  it("give the base and lose it in the path", () => {
    expect(readTarget("https://API.example.com/V1.0/widgets")).toMatchObject({
      ok: true,
      baseUrl: "https://api.example.com/v1.0",
    });
    expect(read("https://api.example.com/v1.0/widgets?a=1")).toBe("/widgets?a=1");
    expect(readTarget("https://api.example.com/widgets")).toMatchObject({ baseUrl: "https://api.example.com" });
    expect(readTarget("/widgets")).toMatchObject({ baseUrl: null });
  });

  it.each(["file:///etc/passwd", "https://user:pass@example.com/x", "https://exa mple.com/x", "gopher://x/y"])(
    "refuse %j",
    (target) => {
      expect(readTarget(target).ok).toBe(false);
    },
  );

  it.each([
    ["v1.0", true],
    ["v2", true],
    ["beta", true],
    ["v1-preview", true],
    ["widgets", false],
    ["preview", false],
  ])("know that %j is a version: %j", (text, expected) => {
    expect(isVersionSegment(text)).toBe(expected);
  });
});

describe("what is no template is refused", () => {
  it.each([
    ["** no address of sample.widget is known", "unexpected `*` in a path"],
    ["/widgets/{id}'+X+'", "unexpected `'` in a path"],
    ["/a`\u0024{X}`", "unexpected ``` in a path"],
    ["/widgets\\x", "unexpected `\\` in a path"],
    ["/widgets/{id", "unexpected end, expected `}`"],
    ["/widgets/{a{b}}", "unexpected placeholder `{a{b`"],
    ["/widgets/../secrets", "unexpected segment `..`"],
    ["/f(a='x", "unexpected end, expected `'`"],
    ["/widgets to be listed", "unexpected text `to be listed` behind the path"],
    ["", "no path"],
  ])("%j", (target, reason) => {
    expect(readTarget(target)).toEqual({ ok: false, reason });
  });

  it("and so is a very long one", () => {
    expect(readTarget(`/${"a".repeat(defaultLimits.pathLength)}`).ok).toBe(false);
    expect(readTarget(`/${"a".repeat(defaultLimits.pathLength - 1)}`).ok).toBe(true);
  });
});

describe("whatever the text", () => {
  const target = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "/",
          "a",
          "{id}",
          "{",
          "}",
          "(",
          ")",
          "'",
          "=",
          ",",
          "?",
          "&",
          ":",
          "$ref",
          " ",
          "|",
          "<",
          ">",
          "...",
          "@",
          "é",
        ),
        {
          maxLength: 25,
        },
      )
      .map((parts) => parts.join("")),
  );

  it("never throws; a reading starts with a slash and has no two texts in a row", () => {
    fc.assert(
      fc.property(target, (text) => {
        const reading = readTarget(text);
        if (!reading.ok) return;
        const { pieces } = reading;
        expect(pieces[0]).toMatchObject({ kind: "text" });
        expect(pieces[0]?.kind === "text" && pieces[0].text.startsWith("/")).toBe(true);
        pieces.forEach((piece, i) => {
          expect(piece.kind === "text" && pieces[i + 1]?.kind === "text").toBe(false);
          if (piece.kind === "text") expect(piece.text).not.toMatch(/[\s\\`*"{}<>?]/);
        });
      }),
    );
  });

  it("takes time in proportion to the size", () => {
    const started = performance.now();
    for (const part of ["(", "{a}", "/", "a|", "'", " ", "{a} | b", ":/", "=", "f(a="])
      readTarget(`/${part.repeat(defaultLimits.pathLength)}`.slice(0, defaultLimits.pathLength));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
