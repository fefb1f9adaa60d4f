import { describe, expect, it } from "vitest";
import { model } from "../model/sample-model.fixture.ts";
import { emittedText } from "./emitted.fixture.ts";

describe("client.ts", () => {
  it("has the base URL of the pages", () => {
    const text = emittedText(model({ baseUrl: "https://library.example/v1/" }), "client.ts");
    expect(text).toContain('export const defaultBaseUrl = "https://library.example/v1";');
    expect(text).toContain("export function createClient(options: ClientOptions = {}): Client {");
  });

  it.each(["javascript:alert(1)", "file:///etc", "https://a:b@library.example", 'https://x"; evil(); "', "", null])(
    "does not take %j for one",
    (baseUrl) => {
      const text = emittedText(model({ baseUrl }), "client.ts");
      expect(text).not.toContain("defaultBaseUrl");
      expect(text).toContain("export function createClient(options: ClientOptions): Client {");
    },
  );
});
