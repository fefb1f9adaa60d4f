import { describe, expect, expectTypeOf, it } from "vitest";
import type { Input, Open, Writable } from "../runtime/input.ts";
import {
  absent,
  contradiction,
  further,
  incomplete,
  lacks,
  placeholder,
  type Shown,
  sent,
  shown,
  undeclared,
  unset,
} from "./shown.ts";

/** As models declare them: an enum, an open one, a relationship. */
interface Book {
  readonly id: string;
  title: string;
  pages: number;
  note: string | null;
  size: "small" | "large";
  kind: "novel" | (string & {});
  shelf: Shelf;
  authors: Author[];
}

interface Shelf {
  room: string;
}

/** Has a member that every object has, of another type. */
interface Price {
  unit: string;
  valueOf?: string;
}

interface Author {
  name: string;
}

interface Poet extends Author {
  poems: number;
}

/** The arguments of a function. */
interface Args {
  count: number;
  filter?: string;
  body: Body;
}

interface Body {
  title: string;
  pages?: number;
  shelf?: Input<Shelf>;
}

describe("Shown", () => {
  it("is any part of a value, with annotations, at every depth", () => {
    const book: Shown<Book> = {
      "@odata.type": "#book",
      "authors@odata.count": 2,
      id: "1",
      kind: "poetry",
      note: null,
      shelf: { "@odata.etag": "e" },
      authors: [{}, { name: "Ada" }],
    };
    expect(book.id).toBe("1");
    expectTypeOf<Shown<string | null>>().toEqualTypeOf<string | null>();
    expectTypeOf<Shown<"small" | (string & {})>>().toEqualTypeOf<"small" | (string & {})>();
  });

  it("has no other members, and none of other types", () => {
    // @ts-expect-error: no such member
    const misspelt: Shown<Book> = { titel: "Tides" };
    // @ts-expect-error: no such member, inside of a list
    const inside: Shown<Book> = { authors: [{ nmae: "Ada" }] };
    // @ts-expect-error: no number
    const text: Shown<Book> = { pages: "7" };
    // @ts-expect-error: no member of the enum
    const huge: Shown<Book> = { size: "huge" };
    // @ts-expect-error: never null
    const nothing: Shown<Book> = { title: null };
    // @ts-expect-error: the name of a type is text
    const type: Shown<Book> = { "@odata.type": 1 };
    expect([misspelt, inside, text, huge, nothing, type]).toHaveLength(6);
  });
});

describe("shown and sent", () => {
  it("stand for values of derived types", () => {
    const book: Shown<Book> = { authors: [shown<Poet>({ poems: 2 }), {}] };
    const body: Input<Book> = { authors: [sent<Poet>({ poems: 2, name: "Ada" })] };
    expect([book.authors, body.authors]).toEqual([[{ poems: 2 }, {}], [{ poems: 2, name: "Ada" }]]);
  });

  it("check the value by the derived type, and that it derives", () => {
    // @ts-expect-error: no such member
    shown<Poet>({ peoms: 2 });
    // @ts-expect-error: no such member
    sent<Poet>({ peoms: 2 });
    // @ts-expect-error: another type than the one that is declared
    const book: Shown<Book> = { authors: [shown<{ name: number }>({ name: 1 })] };
    // @ts-expect-error: the same in a body
    const body: Input<Book> = { authors: [sent<{ name: number }>({ name: 1 })] };
    expect([book, body]).toHaveLength(2);
  });
});

describe("further", () => {
  it("takes members beyond the declared ones", () => {
    const book: Shown<Book> = { shelf: further({ room: "A", colour: "red" }) };
    const body: Body = { title: "Tides", shelf: further({ colour: "red" }) };
    expect([book.shelf, body.shelf]).toEqual([{ room: "A", colour: "red" }, { colour: "red" }]);
  });

  it("checks the declared ones", () => {
    // @ts-expect-error: the room is a text
    const book: Shown<Book> = { shelf: further({ room: 1, colour: "red" }) };
    // @ts-expect-error: the same in a body
    const body: Body = { title: "Tides", shelf: further({ room: 1 }) };
    expect([book, body]).toHaveLength(2);
  });

  it("takes members of open types by the type itself", () => {
    expectTypeOf<{ title: string; colour: string }>().toExtend<Open<Writable<Book>>>();
  });
});

describe("placeholder", () => {
  it("stands for a value of any type", () => {
    const book: Shown<Book> = { pages: placeholder("Int32"), size: placeholder("String"), shelf: placeholder("{…}") };
    expect(book).toEqual({ pages: "Int32", size: "String", shelf: "{…}" });
  });

  it("is a text", () => {
    // @ts-expect-error: what is no text can be told from a value
    const book: Shown<Book> = { pages: placeholder(1) };
    expect(book).toEqual({ pages: 1 });
  });
});

describe("contradiction", () => {
  it("stands for a value that is not of the declared type", () => {
    const book: Shown<Book> = {
      pages: contradiction("7"),
      title: contradiction(null),
      size: contradiction("huge"),
      shelf: contradiction([{ room: "A" }]),
      authors: contradiction({ name: "Ada" }),
    };
    const args: Pick<Args, "count"> = { count: contradiction("many") };
    expect(book).toEqual({ pages: "7", title: null, size: "huge", shelf: [{ room: "A" }], authors: { name: "Ada" } });
    expect(args).toEqual({ count: "many" });
  });

  it("is a mistake where the value is of the type", () => {
    // @ts-expect-error: a number
    const pages: Shown<Book> = { pages: contradiction(7) };
    // @ts-expect-error: may be null
    const note: Shown<Book> = { note: contradiction(null) };
    // @ts-expect-error: a member of the enum
    const size: Shown<Book> = { size: contradiction("small") };
    // @ts-expect-error: any text is one
    const kind: Shown<Book> = { kind: contradiction("poetry") };
    // @ts-expect-error: a part of the type
    const shelf: Shown<Book> = { shelf: contradiction({ room: "A" }) };
    // @ts-expect-error: a list of the type
    const authors: Shown<Book> = { authors: contradiction([{ name: "Ada" }]) };
    // @ts-expect-error: an argument of its type
    const args: Pick<Args, "count"> = { count: contradiction(1) };
    expect([pages, note, size, kind, shelf, authors, args]).toHaveLength(7);
  });
});

describe("undeclared", () => {
  it("takes members that are not declared beside those that are", () => {
    const book: Shown<Book> = {
      shelf: undeclared({ room: "A" }, { colour: "red", depth: { cm: 30 } }),
      authors: [undeclared({}, { born: 1815 })],
    };
    const body: Body = undeclared({ title: "Tides" }, { colour: "red" });
    expect(book).toEqual({ shelf: { room: "A", colour: "red", depth: { cm: 30 } }, authors: [{ born: 1815 }] });
    expect(body).toEqual({ title: "Tides", colour: "red" });
  });

  it("is a mistake where one of them is declared", () => {
    // @ts-expect-error: the room is declared
    const shelf: Shown<Book> = { shelf: undeclared({}, { room: "A" }) };
    // @ts-expect-error: so it is among others
    const two: Shown<Book> = { shelf: undeclared({}, { colour: "red", room: "A" }) };
    // @ts-expect-error: the pages are declared
    const body: Body = undeclared({ title: "Tides" }, { pages: 7 });
    expect([shelf, two, body]).toHaveLength(3);
  });

  it("is a mistake where one of several types declares it", () => {
    // @ts-expect-error: poets have poems
    const author: Input<Author> | Input<Poet> = undeclared({ name: "Ada" }, { poems: 2 });
    const other: Input<Author> | Input<Poet> = undeclared({ name: "Ada" }, { born: 1815 });
    expect([author, other]).toHaveLength(2);
  });

  it("checks what is declared", () => {
    // @ts-expect-error: the room is a text
    const shelf: Shown<Book> = { shelf: undeclared({ room: 1 }, { colour: "red" }) };
    expect(shelf).toEqual({ shelf: { room: 1, colour: "red" } });
  });
});

describe("incomplete", () => {
  it("is a body without what is required", () => {
    const args: Pick<Args, "body"> = { body: incomplete(["title"], { pages: 7 }) };
    expect(args).toEqual({ body: { pages: 7 } });
  });

  it("is a mistake where that is not required, or not missing", () => {
    // @ts-expect-error: pages may be missing
    const optional: Body = incomplete(["title", "pages"], {});
    // @ts-expect-error: there is no such member
    const unknown: Body = incomplete(["titel"], { title: "Tides" });
    // @ts-expect-error: the title is there
    const whole: Body = incomplete(["title"], { title: "Tides" });
    expect([optional, unknown, whole]).toHaveLength(3);
  });

  it("checks the rest", () => {
    // @ts-expect-error: pages are a number
    const wrong: Body = incomplete(["title"], { pages: "7" });
    // @ts-expect-error: something else is missing, too
    const two: { a: string; b: string } = incomplete(["a"], {});
    expect([wrong, two]).toHaveLength(2);
  });

  it("goes with members that are not declared, and with values of other types", () => {
    const body: Body = undeclared(incomplete(["title"], { pages: 7 }), { colour: "red" });
    const wrong: Body = incomplete(["title"], { pages: contradiction("7"), shelf: undeclared({}, { colour: "red" }) });
    expect([body, wrong]).toEqual([
      { pages: 7, colour: "red" },
      { pages: "7", shelf: { colour: "red" } },
    ]);
    // @ts-expect-error: a number
    const right: Body = incomplete(["title"], { pages: contradiction(7) });
    expect(right).toEqual({ pages: 7 });
  });

  it("takes what one of several types has, also within another mark", () => {
    type Bodies = Body | (Body & { verses?: number });
    const body: Bodies = incomplete(["title"], { verses: 7 });
    const more: Bodies = undeclared(incomplete(["title"], { verses: contradiction(true) }), { colour: "red" });
    expect([body, more]).toEqual([{ verses: 7 }, { verses: true, colour: "red" }]);
  });
});

describe("absent", () => {
  it("stands for an argument that is required", () => {
    const args: Args = { count: absent(), body: absent() };
    expect(args).toEqual({ count: undefined, body: undefined });
  });

  it("is a mistake where it may be left out", () => {
    // Written out, as a compiler with `exactOptionalPropertyTypes` does not count `undefined` among `filter?: string`.
    // @ts-expect-error: may be left out
    const filter: { [Name in "filter"]: Args[Name] } = { filter: absent() };
    // @ts-expect-error: the same of an optional member that may be undefined
    const other: { filter?: string | undefined } = { filter: absent() };
    expect([filter, other]).toEqual([{ filter: undefined }, { filter: undefined }]);
  });
});

describe("unset", () => {
  it("says that a member is not there that every object has", () => {
    const price: Shown<Price> = { unit: "A", valueOf: unset() };
    // @ts-expect-error: without it, the compiler takes the object's own for it
    const own: Shown<Price> = { unit: "A" };
    expect([price.valueOf, own]).toEqual([undefined, { unit: "A" }]);
  });
});

describe("unset, of a union", () => {
  it("fits, though one of the types has no such member", () => {
    const item: Shown<Book> | { valueOf?: readonly string[] } = { valueOf: unset() };
    expect(item).toEqual({ valueOf: undefined });
  });
});

describe("contradiction, of a text where an object is due", () => {
  it("is one, though all members of that may be left out", () => {
    const target: Shown<{ label?: string }> | undefined = contradiction("x");
    const sent: { target: { label?: string; toString?: () => string } } = { target: contradiction("x") };
    expect([target, sent.target]).toEqual(["x", "x"]);
  });
});

describe("marks, where one of several types is due", () => {
  it("fit each of them", () => {
    type Either = { search: string; level: "eventual" } | { search?: never; level?: "eventual" | (string & {}) };
    const args: Either = { search: "x", level: absent() };
    const others: Either[] = [
      { search: "x", level: contradiction(5) },
      { search: "x", level: placeholder("String") },
    ];
    expect([args.level, ...others.map(({ level }) => level)]).toEqual([undefined, 5, "String"]);
  });
});

describe("absent, of what may be anything", () => {
  it("is no mistake", () => {
    const args: { body: unknown } = { body: absent() };
    expect(args).toEqual({ body: undefined });
  });
});

describe("undeclared, of further members", () => {
  it("stands around further members", () => {
    const book: { shelf: string } = undeclared(further({ shelf: "A", room: 1 }), { valueOf: 1 });
    expect(Reflect.get(book, "valueOf")).toBe(1);
  });
});

describe("lacks", () => {
  it("says that a type has no such property", () => {
    expect(lacks<Book>()("colour")).toBe("colour");
    expectTypeOf(lacks<Book>()("colour")).toEqualTypeOf<"colour">();
  });

  it("is a mistake where it has one, or one of several types", () => {
    // @ts-expect-error: a property
    lacks<Book>()("title");
    // @ts-expect-error: a property of one of them
    lacks<Author | Poet>()("poems");
    expect(lacks<Author | Poet>()("born")).toBe("born");
  });
});
