import { expect, test } from "vitest";
import { property } from "../model/sample-model.fixture.ts";
import { asking, example, model, objectType, operationWith, primitive, type Shown } from "./mock.fixture.ts";

const thing = objectType("thing", [
  property("id", primitive("String")),
  property("name", primitive("String")),
  property("size", primitive("Int32")),
  property("parts", primitive("String"), { isNavigation: true }),
]);

async function selected(json: unknown, query: string, envelope: "none" | "collection" | "value" = "none") {
  const plain = operationWith("getThing", { paths: ["/thing"] }, [example("one", "GET /thing", { json } as Shown)], {
    query: { named: [], isGeneric: true },
  });
  const response = { ...plain.response, envelope, type: { kind: "object", id: thing.id } as const };
  const ask = asking(model([{ ...plain, response }], { types: [thing] }));
  const answered = await ask(`GET /thing?${query}`);
  return { body: answered.json, from: answered.headers.get("apipage-mock") };
}

const shown = { "@odata.etag": "e", id: "1", name: "a", "name@sample.note": "n", parts: [1], other: true };

test("members that are not selected are left out, annotations stay", async () => {
  expect(await selected(shown, "$select=name")).toEqual({
    body: { "@odata.etag": "e", name: "a", "name@sample.note": "n" },
    from: "example one",
  });
});

test("what is expanded is selected by that", async () => {
  expect((await selected(shown, "$select=id,name/first&$expand=parts($select=a,b)")).body).toEqual({
    "@odata.etag": "e",
    id: "1",
    name: "a",
    "name@sample.note": "n",
    parts: [1],
  });
});

test("what the docs do not show is made up, and that is said; what is no property is not", async () => {
  expect(await selected({ id: "1" }, "$select=id,size,constructor")).toEqual({
    body: { id: "1", size: 1 },
    from: "example one, sample",
  });
});

test("in lists and envelopes", async () => {
  expect((await selected({ value: [shown, { id: "2" }, 3] }, "$select=id", "collection")).body).toEqual({
    value: [{ "@odata.etag": "e", id: "1" }, { id: "2" }, 3],
  });
  expect((await selected({ "@odata.context": "c", value: shown }, "$select=id", "value")).body).toEqual({
    "@odata.context": "c",
    value: { "@odata.etag": "e", id: "1" },
  });
});

test("$select=* is everything", async () => {
  expect((await selected(shown, "$select=*")).body).toEqual(shown);
});

test("what the example itself selects is as documented", async () => {
  const plain = operationWith("getThing", { paths: ["/thing"], options: ["select"] }, [
    example("one", "GET /thing?$select=name", { json: { id: "1", name: "a" } }),
  ]);
  expect((await asking(model([plain]))("GET /thing?$select=name")).json).toEqual({ id: "1", name: "a" });
});
