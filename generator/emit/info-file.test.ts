import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { model, operation } from "../model/sample-model.fixture.ts";
import { emitModel } from "./emit-model.ts";
import { emittedText, testOptions } from "./emitted.fixture.ts";
import { infoText } from "./info-file.ts";
import { fileHeader } from "./print-file.ts";

const modelText = Buffer.from("{}\n");
const modelHash = createHash("sha256").update(modelText).digest("hex");

describe("info.ts", () => {
  it("says what the SDK was made of", () => {
    expect(infoText({ toolVersion: "1.2.3", docsVersion: "2024-05-17", modelText })).toBe(`${fileHeader}

/** What this SDK was made of. */
export const SDK_INFO = {
  /** The program that wrote the SDK. */
  generator: "apipage 1.2.3",
  /** What the pages are a version of. */
  docsVersion: "2024-05-17",
  /** SHA-256 of \`api.json\`. */
  modelHash: "${modelHash}",
} as const;
`);
  });

  it("says nothing of the version of the pages where nobody does", () => {
    expect(infoText({ toolVersion: "1.2.3", docsVersion: null, modelText })).not.toContain("docsVersion");
  });

  it("holds any text as it is", () => {
    const text = infoText({ toolVersion: "*/ `${x}`", docsVersion: '\\"; evil(); "\n</script>', modelText });
    const body = text.replace(/^[\s\S]*export const SDK_INFO = /, "return ").replace(" as const", "");
    expect(new Function(body)()).toEqual({
      generator: "apipage */ `${x}`",
      docsVersion: '\\"; evil(); "\n</script>',
      modelHash,
    });
  });

  it("is the same for the same model, and another for another one", () => {
    const hash = (name: string): string | undefined =>
      /modelHash: "(\w+)"/.exec(emittedText(model({ operations: [operation(name, ["/x"])] }), "info.ts"))?.[1];
    expect(hash("a")).toBe(hash("a"));
    expect(hash("a")).not.toBe(hash("b"));
    const files = emitModel(model(), testOptions);
    const text = files.find(({ path }) => path === "api.json")?.text ?? "";
    expect(files.find(({ path }) => path === "info.ts")?.text).toContain(
      createHash("sha256").update(text).digest("hex"),
    );
  });
});
