import { describe, expectTypeOf, it } from "vitest";
import type { Input, NoArgs, Open, Writable } from "./input.ts";

interface Thing {
  readonly id: string;
  name: string;
  note: string | null;
  parts: Thing[];
  owner?: Thing | null;
  size: "small" | (string & {});
  data: unknown;
}

describe("Input", () => {
  it("makes all members optional, at every depth", () => {
    const value: Input<Thing> = {
      name: "a",
      note: null,
      parts: [{ name: "b", owner: { note: null, id: "1" } }],
      size: "huge",
      data: 1,
    };
    expectTypeOf(value).toExtend<Input<Thing>>();
    expectTypeOf<Input<Thing>>().toHaveProperty("id");
    // @ts-expect-error: no such member
    const misspelt: Input<Thing> = { nmae: "a" };
    // @ts-expect-error: no such member, inside
    const misspeltInside: Input<Thing> = { parts: [{ nmae: "a" }], "parts@odata.bind": [] };
    // @ts-expect-error: not nullable
    const cleared: Input<Thing> = { name: null };
    expectTypeOf([misspelt, misspeltInside, cleared]).toBeArray();
  });

  it("takes texts alone for an open enum", () => {
    // @ts-expect-error: a list
    const list: Input<Thing> = { size: [] };
    // @ts-expect-error: an object
    const object: Input<Thing> = { size: {} };
    expectTypeOf([list, object]).toBeArray();
    expectTypeOf<Input<Thing["size"]>>().toEqualTypeOf<Thing["size"]>();
  });

  it("takes annotations, at every depth", () => {
    const value: Input<Thing> = {
      "@odata.type": "#thing",
      "owner@odata.bind": "https://service.example/things/1",
      parts: [{ "@odata.type": "#thing", name: "b", "@service.note": { a: 1 } }],
    };
    // @ts-expect-error: the name of a type is text
    const wrong: Input<Thing> = { "@odata.type": 1 };
    expectTypeOf([value, wrong]).toBeArray();
  });

  it("takes what the service gave", () => {
    expectTypeOf<Thing>().toExtend<Input<Thing>>();
    expectTypeOf<{ owner: Thing }>().toExtend<Input<Thing>>();
  });

  it("takes values of derived types, and readonly lists", () => {
    interface Special extends Thing {
      extra: number;
    }
    const special: Input<Special> = { extra: 1 };
    const parts: readonly Input<Thing>[] = [special];
    expectTypeOf<{ parts: typeof parts }>().toExtend<Input<Thing>>();
  });

  it("leaves primitives and unknown as they are", () => {
    expectTypeOf<Input<string>>().toEqualTypeOf<string>();
    expectTypeOf<Input<number | null>>().toEqualTypeOf<number | null>();
    expectTypeOf<Input<unknown>>().toEqualTypeOf<unknown>();
  });
});

describe("Writable", () => {
  it("leaves out the read-only members of the object, not of those inside", () => {
    const value: Writable<Thing> = { name: "a", owner: { id: "1" }, "owner@odata.type": "#thing" };
    // @ts-expect-error: read-only
    const withId: Writable<Thing> = { id: "1" };
    expectTypeOf([value, withId]).toBeArray();
    expectTypeOf<Input<Thing>>().toExtend<Writable<Thing>>();
  });
});

describe("helpers", () => {
  it("reaches members of open types only when asked to", () => {
    expectTypeOf<Open<Thing>["anything"]>().toEqualTypeOf<unknown>();
    expectTypeOf<Open<Thing>["name"]>().toEqualTypeOf<string>();
    expectTypeOf<Thing>().toExtend<object>();
  });

  it("takes no arguments where there are none", () => {
    const none: NoArgs = {};
    // @ts-expect-error: there is no such argument
    const some: NoArgs = { top: 1 };
    expectTypeOf([none, some]).toBeArray();
  });
});
