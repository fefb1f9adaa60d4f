/** A model in which every kind of fact occurs, for tests of the emission as a whole. */
import type { ApiModel } from "../model/api-model.ts";
import {
  enumRef,
  enumType,
  example,
  grant,
  header,
  libraryModel,
  listOf,
  object,
  objectType,
  operation,
  optionRule,
  parameter,
  pathTemplate,
  preference,
  primitive,
  property,
  requestBody,
  response,
  text,
} from "../model/sample-model.fixture.ts";

/** The library of `libraryModel`, with members, loans, and all that functions can do beside the plain ones. */
export function fullModel(): ApiModel {
  const library = libraryModel();
  const navigation = { isNavigation: true } as const;
  const consistency = {
    headers: ["ConsistencyLevel"],
    options: ["count"],
    headerValues: { ConsistencyLevel: "eventual" },
  } as const;
  const listed = response({ envelope: "collection", type: object("loan") });
  const permissions = [
    {
      appliesTo: "own books",
      grants: [
        grant("delegatedWork", ["Book.Read+Shelf.Read", "Book.ReadWrite"], { text: "Book.Read and Shelf.Read" }),
        grant("delegatedPersonal", [], { isSupported: false, text: "Not supported." }),
        grant("application", ["Book.Read.All"]),
      ],
    },
    { appliesTo: null, grants: [grant("application", [], { scopes: ["Other"], text: "For others: Other" })] },
  ];
  const errors = [
    { status: 404, code: "notFound", text: "There is none." },
    { status: 423, code: "lent", text: "Somebody has it." },
  ];
  return {
    ...library,
    types: [
      ...library.types.map((type) =>
        type.name === "author"
          ? { ...type, properties: [...type.properties, property("books", listOf(object("book")), navigation)] }
          : type,
      ),
      objectType(
        "member",
        [
          property("name"),
          property("notes", text, { returned: "onSelect", deprecation: { text: "Use the other ones." } }),
          property("rights", enumRef("rights")),
          property("loans", listOf(object("loan")), { ...navigation, description: "What the member has." }),
          property("favourite", object("book"), { ...navigation, deprecation: { text: null } }),
        ],
        { kind: "entity", key: ["id"], baseType: "lib.entity", hasEtag: true, description: "Who reads." },
      ),
      objectType("loan", [
        property("id"),
        property("until", primitive("Date")),
        property("secret", text, { returned: "onSelect" }),
        property("book", object("book"), { ...navigation, isNullable: false }),
        property("member", object("member"), navigation),
      ]),
      objectType("copyStatus", [property("status"), property("percentComplete", primitive("Int32"))]),
    ],
    enums: [...library.enums, enumType("rights", ["read", "write"], { isFlags: true })],
    operations: [
      ...library.operations,
      operation("listLoans", ["/me/loans", "/members/{memberId}/loans", "/archive/{memberId}/loans"], {
        kind: "list",
        description: "Get what is lent.",
        pathParameters: [
          parameter("memberId", text, { alternatives: ["id", "cardNumber"], description: "Key of the member." }),
        ],
        query: {
          named: ["select", "expand", "filter", "search", "orderby", "top", "skip", "skiptoken", "count", "format"],
          isGeneric: false,
        },
        queryParameters: [
          parameter("overdue", primitive("Boolean"), { wireName: "over-due", description: "Only late." }),
        ],
        optionRules: [
          optionRule(["search"], { ...consistency, text: "This header is required when using $search." }),
          optionRule(["filter", "orderby"], { ...consistency, text: "And with both." }),
        ],
        headers: [
          header("ConsistencyLevel", { name: "consistencyLevel", values: ["eventual"], description: "How exact." }),
          header("Prefer", {
            description: "What is preferred.",
            preferences: [
              preference("time.zone", { key: "timeZone", isQuoted: true, description: "Zone of all times." }),
              preference("body-type", { key: "bodyType", values: ["text", "html"] }),
              preference("maxpagesize", { key: "maxPageSize", kind: "number" }),
              preference("wait", { kind: "flag", description: "Whether to wait." }),
            ],
          }),
        ],
        response: listed,
        permissions,
        errors,
        examples: [
          example("GET", "/members/1/loans?$top=2&$expand=book($select=title)&$orderby=until%20desc", {
            headers: { prefer: 'time.zone="UTC", wait', "x-further": "value" },
          }),
        ],
      }),
      operation("getLoan", ["/loans/{loanId}"], {
        query: { named: ["select", "expand"], isGeneric: false },
        response: response({ type: object("loan") }),
        errors,
        examples: [example("GET", "/loans/1?$select=id&unknown=it's")],
      }),
      operation("getMember", ["/members/{memberId}", "/me"], {
        query: { named: ["select", "expand"], isGeneric: false },
        response: response({ type: object("member"), defaultProperties: ["name", "id"] }),
        permissions,
      }),
      operation("listMembers", ["/members"], {
        kind: "list",
        query: { named: ["expand"], isGeneric: false },
        response: response({ envelope: "collection", type: object("member") }),
      }),
      operation("deltaLoans", ["/loans/delta"], {
        kind: "delta",
        query: { named: ["select"], isGeneric: false },
        response: listed,
        examples: [example("GET", "/loans/delta?$select=until")],
      }),
      operation("copyBook", ["/books/{bookId}/copy"], {
        method: "POST",
        kind: "action",
        body: requestBody({ kind: "parameters", properties: [property("title", text, { isRequired: true })] }),
        response: response({
          statuses: [202],
          content: "none",
          longRunning: { header: "Location", statusType: object("copyStatus"), resultType: object("book") },
        }),
        examples: [example("POST", "/books/1/copy", { body: { title: "it's */ @internal {@link x}" } })],
      }),
      operation("updateMember", ["/members/{memberId}"], {
        method: "PATCH",
        kind: "update",
        deprecation: { text: "Use the other one." },
        body: requestBody({ type: object("member"), description: "What to change." }),
        response: response({ statuses: [200, 204], type: object("member"), defaultProperties: ["name"] }),
        examples: [example("PATCH", "/members/1", { body: { name: "A", rights: "read,write" } })],
      }),
      operation(
        "getBookPart",
        [pathTemplate("/files/{filePath}:/content", { filePath: "path" }, [{ name: "part", value: "a b" }])],
        {
          kind: "content",
          headers: [header("Range", { description: "Which bytes." }), header("X-Odd", { values: ["a", "b"] })],
          response: response({ content: "binary" }),
          examples: [
            example("GET", "/files/a/b:/content?part=a%20b", { headers: { range: "bytes=0-9", "x-odd": "a" } }),
          ],
        },
      ),
    ],
  };
}
