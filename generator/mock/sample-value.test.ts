import { expect, test } from "vitest";
import type { EnumType, Operation, TypeRef } from "../model/api-model.ts";
import { property } from "../model/sample-model.fixture.ts";
import { asking, model, objectType, operationWith, place, primitive } from "./mock.fixture.ts";
import { createSamples } from "./sample-value.ts";

const object = (name: string): TypeRef => ({ kind: "object", id: `sample.lib.${name}` });
const list = (of: TypeRef): TypeRef => ({ kind: "collection", of });

const color: EnumType = {
  id: "sample.lib.color",
  name: "color",
  namespace: "sample.lib",
  sdkName: "Color",
  members: ["red", "unknownFutureValue"].map((value) => ({
    value,
    number: null,
    description: null,
    isAfterSentinel: value !== "red",
    deprecation: null,
    place,
  })),
  isFlags: false,
  isEvolvable: true,
  source: "table",
  description: null,
  deprecation: null,
  places: [place],
};

const types = [
  objectType("entity", [property("id", primitive("String"))], { isAbstract: true, key: ["id"] }),
  objectType(
    "thing",
    [
      property("name", primitive("String")),
      property("size", primitive("Int32")),
      property("madeAt", primitive("DateTimeOffset")),
      property("color", { kind: "enum", id: color.id }),
      property("state", { kind: "literals", values: ["on", "off"] }),
      property("tags", list(primitive("String"))),
      property("parent", object("thing")),
      property("choice", { kind: "union", options: [{ kind: "unknown", text: "x" }, primitive("Boolean")] }),
      property("secret", primitive("String"), { returned: "onSelect" }),
      property("parts", list(object("thing")), { isNavigation: true }),
      property("mystery", { kind: "unknown", text: "what" }),
      property("__proto__", primitive("String")),
    ],
    { baseType: "sample.lib.entity", key: ["id"] },
  ),
];

const api = model([], { types, enums: [color] });
const samples = createSamples(api);

const inner = {
  name: "text",
  size: 1,
  madeAt: "2020-01-01T00:00:00Z",
  color: "red",
  state: "on",
  tags: ["text"],
  choice: true,
  ["__proto__"]: "text",
  id: "text",
};

test("an object has the members that a plain GET gives, to a depth", () => {
  expect(samples.value(object("thing"))).toEqual({ ...inner, parent: inner });
});

test("an abstract type has a value of the first type that derives from it", () => {
  expect(samples.value(object("entity"))).toMatchObject({ "@odata.type": "#sample.lib.thing", id: "text" });
});

test("a type that nobody knows has none", () => {
  expect([samples.value(object("nothing")), samples.value(list(object("nothing")))]).toEqual([undefined, []]);
});

const answering = async (response: Partial<Operation["response"]>, status?: number) => {
  const plain = operationWith("getThing", { paths: ["/thing"] }, []);
  const ask = asking(model([{ ...plain, response: { ...plain.response, ...response } }], { types, enums: [color] }));
  const {
    status: got,
    headers,
    text,
    json,
  } = await ask("GET /thing", {
    headers: status === undefined ? {} : { prefer: `code=${status}` },
  });
  return { status: got, from: headers.get("apipage-mock"), body: json ?? text };
};

test("an operation without an example is answered with a sample, and that is said", async () => {
  const type = object("thing");
  const thing = { ...inner, parent: { ...inner, parent: inner } };
  expect(await answering({ type })).toEqual({ status: 200, from: "sample", body: thing });
  expect(await answering({ type, envelope: "collection" })).toMatchObject({ body: { value: [thing] } });
  expect(await answering({ type, envelope: "value" })).toMatchObject({ body: { value: thing } });
  expect(await answering({ type: null })).toMatchObject({ body: {} });
  expect(await answering({ type: null, envelope: "collection" })).toMatchObject({ body: { value: [] } });
});

test("it has just what comes by default, where the page says that", async () => {
  const { body } = await answering({ type: object("thing"), defaultProperties: ["name"] });
  expect(body).toEqual({ name: "text", id: "text" });
});

test("without content, or with content of another kind", async () => {
  expect(await answering({ content: "none", statuses: [204] })).toEqual({ status: 204, from: null, body: "" });
  expect(await answering({ content: "binary", type: null })).toEqual({ status: 200, from: "sample", body: "sample" });
});

test("a status that the page names can be asked for", async () => {
  const type = object("thing");
  expect(await answering({ type, statuses: [200, 204] }, 204)).toEqual({ status: 204, from: null, body: "" });
  expect(await answering({ type, statuses: [200, 201] }, 201)).toMatchObject({ status: 201, from: "sample" });
});
