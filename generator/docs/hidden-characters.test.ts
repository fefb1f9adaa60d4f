import { expect, test } from "vitest";
import { findings, readText } from "./reading.fixture.ts";

test("characters that nobody sees are reported once, with the place of the first", () => {
  const { diagnostics } = readText("# Lamps\n\nAll about\u202E lamps\u200B.");
  expect(findings(diagnostics)).toEqual(["text-hidden 3:10-3:11", "page-no-reference 1:1-1:8"]);
  expect(diagnostics[0]?.message).toBe(
    "Unexpected hidden character U+202E (2 such characters on the page): comments are written without them",
  );
});

test("in an included file the place is there", () => {
  const { diagnostics } = readText("# Lamps\n\n[!INCLUDE [a](a.md)]", "lamp.md", { "a.md": "x\n\n\u2066y" });
  expect(diagnostics.map(({ code, place }) => `${code} ${place?.page}:${place?.line}`)).toContain("text-hidden a.md:3");
});

test.each(["👩\u200D💻", "می\u200Cخواهم", "soft\u00ADhyphen", "a\u00A0b"])("%j is text as any other", (text) => {
  expect(findings(readText(`# Lamps\n\n${text}`).diagnostics)).toEqual(["page-no-reference 1:1-1:8"]);
});
