import { describe, expect, it } from "vitest";
import type { ObjectType } from "../model/api-model.ts";
import {
  listOf,
  model,
  object,
  objectType,
  operation,
  primitive,
  property,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { codeText, declarationText, declaredNames, emittedText } from "./emitted.fixture.ts";

const file = (types: readonly ObjectType[], returned: readonly string[] = []): string => {
  const operations = returned.map((name) =>
    operation(name, [`/${name}`], { response: response({ type: object(name) }) }),
  );
  return emittedText(model({ types, operations }), "selections/all.ts");
};

const toOne = (name: string, target: string) => property(name, object(target), { isNavigation: true });
const toMany = (name: string, target: string) => property(name, listOf(object(target)), { isNavigation: true });

const shelf = objectType("shelf", [property("room")]);
const author = objectType("author", [toMany("books", "book")]);
const book = objectType("book", [property("title"), toOne("shelf", "shelf"), toMany("authors", "author")]);

describe("the relationships of a type", () => {
  it("say to what they lead, and what that can be expanded by", () => {
    const described = objectType("member", [
      property("loans", listOf(object("book")), {
        isNavigation: true,
        description: "What is lent.\nSupports `$expand`.",
        deprecation: { text: "Use books." },
      }),
      property("it's", object("shelf"), { isNavigation: true }),
    ]);
    expect(
      file([author, book, described, shelf]),
    ).toBe(`import type { Author, Book, Member, Shelf } from "../models/all.js";
import type { ToMany, ToOne } from "../runtime/selection.js";

/** What {@link Author} can be expanded by. */
export interface AuthorRelationships {
  books: ToMany<Book, BookRelationships>;
}

/** What {@link Book} can be expanded by. */
export interface BookRelationships {
  shelf: ToOne<Shelf>;
  authors: ToMany<Author, AuthorRelationships>;
}

/** What {@link Member} can be expanded by. */
export interface MemberRelationships {
  /**
   * What is lent.
   * Supports \`$expand\`.
   *
   * @deprecated Use books.
   */
  loans: ToMany<Book, BookRelationships>;
  "it's": ToOne<Shelf>;
}
`);
  });

  it("may lead to one of a family, or to anything", () => {
    const types = [
      objectType("item", [property("id")]),
      objectType("disc", [toOne("shelf", "shelf")], { baseType: "lib.item" }),
      objectType("box", [
        toMany("items", "item"),
        toOne("disc", "disc"),
        toOne("lost", "missing"),
        property("links", listOf(primitive("Untyped")), { isNavigation: true }),
        property("either", { kind: "union", options: [object("item"), object("shelf")] }, { isNavigation: true }),
      ]),
      shelf,
    ];
    expect(codeText(file(types), "BoxRelationships")).toBe(`export interface BoxRelationships {
  items: ToMany<Item, {}, AnyItem>;
  disc: ToOne<Disc, DiscRelationships>;
  lost: ToOne<unknown>;
  links: ToMany<unknown>;
  either: ToOne<Item | Shelf>;
}`);
  });

  it("take any name of what is known by its key alone", () => {
    const values = objectType("values", [property("id")], { isOpen: true, key: ["id"] });
    const item = objectType("item", [toOne("values", "values")]);
    expect(declarationText(file([item, values]), "ItemRelationships")).toContain(
      "values: ToOne<Values, {}, Open<Values>>;",
    );
    const named = objectType("values", [property("id"), property("title")], { isOpen: true, key: ["id"] });
    expect(declarationText(file([item, named]), "ItemRelationships")).toContain("values: ToOne<Values>;");
  });

  it("are inherited", () => {
    const types = [
      book,
      author,
      shelf,
      objectType("comic", [toOne("drawer", "author")], { baseType: "lib.book" }),
      objectType("manga", [property("volume")], { baseType: "lib.comic" }),
    ];
    expect(codeText(file(types), "ComicRelationships")).toBe(
      "export interface ComicRelationships extends BookRelationships {\n  drawer: ToOne<Author, AuthorRelationships>;\n}",
    );
    expect(codeText(file(types), "MangaRelationships")).toBe(
      "export interface MangaRelationships extends ComicRelationships {}",
    );
  });

  it("stand alone where one of them is declared again with another type", () => {
    const types = [
      book,
      author,
      shelf,
      objectType("comic", [toOne("authors", "shelf"), toOne("drawer", "author")], { baseType: "lib.book" }),
      objectType("manga", [toMany("more", "book")], { baseType: "lib.comic" }),
      objectType("reprint", [toMany("authors", "author")], { baseType: "lib.book" }),
    ];
    expect(codeText(file(types), "ComicRelationships")).toBe(`export interface ComicRelationships {
  shelf: ToOne<Shelf>;
  authors: ToOne<Shelf>;
  drawer: ToOne<Author, AuthorRelationships>;
}`);
    expect(codeText(file(types), "MangaRelationships")).toBe(
      "export interface MangaRelationships extends ComicRelationships {\n  more: ToMany<Book, BookRelationships, AnyBook>;\n}",
    );
    // Repeated as it is, it is inherited.
    expect(codeText(file(types), "ReprintRelationships")).toBe(
      "export interface ReprintRelationships extends BookRelationships {}",
    );
  });
});

describe("the default set of a type", () => {
  const hidden = (name: string) => property(name, text, { returned: "onSelect" });

  it("is without what has to be asked for, own and inherited, but with the relationships", () => {
    const types = [
      objectType("book", [
        property("title"),
        hidden("notes"),
        property("shelf", object("shelf"), { isNavigation: true, returned: "onSelect" }),
      ]),
      objectType("comic", [hidden("it's"), property("pages", text, { returned: "default" })], { baseType: "lib.book" }),
      shelf,
    ];
    expect(declarationText(file(types), "BookDefault")).toBe(
      '/** What there is of a {@link Book} unless `select` asks for more. */\nexport type BookDefault = Omit<Book, "notes">;',
    );
    expect(codeText(file(types), "ComicDefault")).toBe(`export type ComicDefault = Omit<Comic, "notes" | "it's">;`);
  });

  it("has its names on lines of their own if they are many", () => {
    const names = ["a", "b"].map((letter) => letter.repeat(40));
    expect(codeText(file([objectType("book", names.map(hidden))]), "BookDefault")).toBe(
      `export type BookDefault = Omit<\n  Book,\n  | "${names[0]}"\n  | "${names[1]}"\n>;`,
    );
  });
});

describe("the family of a type", () => {
  const derived = (name: string, baseType: string) => objectType(name, [], { baseType: `lib.${baseType}` });

  it("is the union with all that derive from it", () => {
    const types = [shelf, derived("rack", "shelf"), derived("cabinet", "rack")];
    expect(declarationText(file(types, ["shelf", "rack", "cabinet"]), "AnyShelf")).toBe(
      "/** A {@link Shelf} of any type: itself, or one that derives from it. */\nexport type AnyShelf = Shelf | Rack | Cabinet;",
    );
    expect(declaredNames(file(types, ["shelf", "rack", "cabinet"]))).toEqual(["AnyRack", "AnyShelf"]);
  });
});

describe("names beside types", () => {
  it("keep clear of other types, of each other, and of what the file uses", () => {
    const types = [
      objectType("toOne", [toOne("next", "omit")]),
      objectType("omit", [property("a", text, { returned: "onSelect" }), toMany("toMany", "toOne")]),
      objectType("omitDefault", [toOne("x", "omitRelationships")]),
      objectType("omitRelationships", [toOne("x", "omit")]),
      objectType("anyOmit", [], { baseType: "lib.omit" }),
    ];
    const all = file(types, ["omit"]);
    expect(declaredNames(all)).toEqual([
      // `AnyOmitDefault` is what the type AnyOmit would call its default set.
      "AnyOmitDefault2",
      "AnyOmitRelationships",
      "OmitDefaultRelationships",
      "OmitRelationshipsRelationships",
      "Omit_Default",
      "AnyOmit_",
      "Omit_Relationships",
      "ToOneRelationships",
    ]);
    expect(codeText(all, "Omit_Default")).toBe('export type Omit_Default = Omit<Omit_, "a">;');
    expect(codeText(all, "ToOneRelationships")).toBe(
      "export interface ToOneRelationships {\n  next: ToOne<Omit_, Omit_Relationships, AnyOmit_>;\n}",
    );
  });
});
