import { expect, it } from "vitest";
import { apiPage, example } from "../docs/api-page.fixture.ts";
import { buildPage } from "./operations.fixture.ts";

const built = (text: string) => {
  const { operations, codes } = buildPage(text, "api/image-delete.md");
  return [operations[0]?.paths.map((path) => path.template), codes.includes("request-line-repaired")];
};

it("adds the key that only the example shows", () => {
  expect(built(apiPage("DELETE /makers/{id}/images/$value", example("DELETE /makers/7/images/front/$value")))).toEqual([
    ["/makers/{makerId}/images/{imageId}/$value"],
    true,
  ]);
});

it.each([
  ["DELETE /makers/{id}/images/{id}/$value", "DELETE /makers/7/images/front/$value"],
  ["GET /makers/{id}/photo/$value", "GET /makers/7/photo/$value"],
  ["POST /makers/{id}/images/$ref", "POST /makers/7/images/$ref"],
  ["DELETE /makers/{id}/images/$value", "DELETE /other/7/images/front/$value"],
  ["GET /makers/{id}/images", "GET /makers/7/images/front"],
])("leaves %s alone beside %s", (request, shown) => {
  expect(built(apiPage(request, example(shown)))[1]).toBe(false);
});
