import { describe, expect, it } from "vitest";
import type { ObjectType } from "../model/api-model.ts";
import {
  listOf,
  model,
  object,
  objectType,
  operation,
  property,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { declaredNames, emittedText } from "./emitted.fixture.ts";

/** A type with a relationship to the one of the given name. */
const linked = (name: string, target: string): ObjectType =>
  objectType(name, [property("link", listOf(object(target)), { isNavigation: true })]);

describe("files of selections", () => {
  it("hold what stands beside the types, sorted by their names, and nothing of types that need nothing", () => {
    const types = [
      linked("zoo", "animal"),
      objectType("animal", [property("id"), property("chip", text, { returned: "onSelect" })]),
      objectType("bird", [property("wings")], { baseType: "lib.animal" }),
      objectType("cage", [property("bars")]),
    ];
    const all = emittedText(model({ types }), "selections/all.ts");
    expect(declaredNames(all)).toEqual(["AnimalDefault", "AnyAnimal", "BirdDefault", "ZooRelationships"]);
    expect(all.match(/^import .*$/gm)).toEqual([
      'import type { Animal, Bird, Zoo } from "../models/all.js";',
      'import type { ToMany } from "../runtime/selection.js";',
    ]);
    expect(emittedText(model({ types }), "selections/index.ts")).toBe('export * from "./all.js";\n');
  });

  it("are none where no type needs anything", () => {
    const plain = model({ types: [objectType("cage", [property("bars")])] });
    expect(emittedText(plain, "selections/index.ts")).toBe("export {};\n");
    expect(() => emittedText(plain, "selections/all.ts")).toThrow("There is no selections/all.ts");
  });

  it("are divided by the names of the types, and refer to each other", () => {
    const types = ["a", "z"].flatMap((letter) =>
      Array.from({ length: 70 }, (_, index) => linked(`${letter}${index}`, `${letter === "a" ? "z" : "a"}${index}`)),
    );
    const whole = model({ types });
    expect(emittedText(whole, "selections/index.ts")).toBe('export * from "./a-m.js";\nexport * from "./n-z.js";\n');
    expect(emittedText(whole, "selections/a-m.ts")).toContain(
      "A0Relationships {\n  link: ToMany<Z0, Z0Relationships>;\n}",
    );
    expect(emittedText(whole, "selections/a-m.ts")).toMatch(/Z9Relationships,?\n?.*} from "\.\/n-z\.js";/s);
  });

  it("are named by functions wherever they are", () => {
    const operations = [
      operation("f", ["/f"], {
        query: { named: ["select"], isGeneric: false },
        response: response({ type: object("zoo") }),
      }),
    ];
    const types = [linked("zoo", "cage"), objectType("cage", [])];
    expect(emittedText(model({ types, operations }), "operations/books.ts").match(/^import .*selections.*$/gm)).toEqual(
      ['import type { ZooRelationships } from "../selections/all.js";'],
    );
  });
});
