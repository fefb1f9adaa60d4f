import { describe, expectTypeOf, it } from "vitest";
import type { Input, NoArgs, Open, PropertyName } from "./input.ts";

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
  it("leaves out read-only members and makes the others optional, at every depth", () => {
    const value: Input<Thing> = {
      name: "a",
      note: null,
      parts: [{ name: "b", owner: { note: null } }],
      size: "huge",
      data: 1,
    };
    expectTypeOf(value).toEqualTypeOf<Input<Thing>>();
    expectTypeOf<Input<Thing>>().not.toHaveProperty("id");
    // @ts-expect-error: read-only
    const withId: Input<Thing> = { id: "1" };
    // @ts-expect-error: read-only, inside
    const withInnerId: Input<Thing> = { parts: [{ id: "1" }] };
    // @ts-expect-error: no such member
    const misspelt: Input<Thing> = { nmae: "a" };
    // @ts-expect-error: not nullable
    const cleared: Input<Thing> = { name: null };
    expectTypeOf([withId, withInnerId, misspelt, cleared]).toBeArray();
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

describe("helpers", () => {
  it("reaches members of open types only when asked to", () => {
    expectTypeOf<Open<Thing>["anything"]>().toEqualTypeOf<unknown>();
    expectTypeOf<Open<Thing>["name"]>().toEqualTypeOf<string>();
    expectTypeOf<Thing>().toExtend<object>();
  });

  it("takes names of properties and any other text", () => {
    expectTypeOf<"name">().toExtend<PropertyName<Thing>>();
    expectTypeOf<string>().toExtend<PropertyName<Thing>>();
  });

  it("takes no arguments where there are none", () => {
    const none: NoArgs = {};
    // @ts-expect-error: there is no such argument
    const some: NoArgs = { top: 1 };
    expectTypeOf([none, some]).toBeArray();
  });
});
