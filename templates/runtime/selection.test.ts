import { describe, expect, expectTypeOf, it } from "vitest";
import type { Result } from "./api-error.ts";
import type { Client } from "./client.ts";
import { expandText } from "./expand.ts";
import type {
  ApiFunction,
  ListFunction,
  OptionalApiFunction,
  OptionalListFunction,
  OptionalSelectFunction,
  OptionalSelectListFunction,
  SelectFunction,
  SelectListFunction,
} from "./function-types.ts";
import { listOperation, type Page, type Pages } from "./pages.ts";
import { recordedClient } from "./recorded-client.fixture.ts";
import type { ApiRequest } from "./request.ts";
import { jsonOperation } from "./results.ts";
import type { ExpandOptions, OrderBy, PropertyOf, ToMany, ToOne } from "./selection.ts";

interface User {
  readonly id: string;
  name: string;
  mail: string | null;
  phones?: string[];
  "@odata.type"?: string;
  "phones@odata.count"?: number;
}

interface Guest extends User {
  invitedBy: string;
}

interface Note {
  readonly id: string;
  text: string;
  size: number;
}

interface UserRelationships {
  manager: ToOne<User, UserRelationships, User | Guest>;
  notes: ToMany<Note, NoteRelationships>;
}

interface NoteRelationships {
  author: ToOne<User, UserRelationships>;
}

type UserDefault = Pick<User, "id" | "name">;

interface SelectUser {
  select?: readonly PropertyOf<User | Guest>[];
  expand?: ExpandOptions<UserRelationships>;
}

interface GetUserArgs extends SelectUser {
  userId?: string;
}

interface ListUsersArgs extends SelectUser {
  top?: number;
  orderBy?: readonly OrderBy<PropertyOf<User>>[];
}

const selecting = { query: { $select: "select", $expand: "expand" }, encode: { expand: expandText } } as const;

const getUser = jsonOperation<
  OptionalSelectFunction<GetUserArgs, User, UserRelationships, UserDefault, User | Guest, "NotFound" | "Gone">
>({ name: "getUser", method: "GET", paths: ["/users/{userId}", "/me"], ...selecting });

const getTeamUser = jsonOperation<
  SelectFunction<GetUserArgs & { teamId: string }, User, UserRelationships, UserDefault, User | Guest>
>({ name: "getTeamUser", method: "GET", paths: ["/teams/{teamId}/user"], ...selecting });

const listUsers = listOperation<
  OptionalSelectListFunction<ListUsersArgs, User, UserRelationships, UserDefault, User | Guest>
>({ name: "listUsers", method: "GET", paths: ["/users"], ...selecting });

const listTeamUsers = listOperation<
  SelectListFunction<ListUsersArgs & { teamId: string }, User, UserRelationships, UserDefault, User | Guest>
>({ name: "listTeamUsers", method: "GET", paths: ["/teams/{teamId}/users"], ...selecting });

/** Calls stand in functions that are not called, as their types are what is tested. */
function types(check: (client: Client) => unknown): void {
  expect(check).toBeTypeOf("function");
}

describe("select", () => {
  it("gives the default set if nothing is selected", () => {
    types(async (client) => {
      expectTypeOf(await getUser(client)).toEqualTypeOf<UserDefault>();
      expectTypeOf(await getUser(client, {})).toEqualTypeOf<UserDefault>();
      expectTypeOf(await getUser(client, { userId: "1" }, { timeout: 5 })).toEqualTypeOf<UserDefault>();
      const user = await getTeamUser(client, { teamId: "1" });
      expectTypeOf(user).toEqualTypeOf<UserDefault>();
      // @ts-expect-error: not in the default set
      user.mail;
      // @ts-expect-error: the team is missing
      await getTeamUser(client, {});
      // @ts-expect-error: all arguments are missing
      await getTeamUser(client);
    });
  });

  it("narrows to the named properties, and the annotations of any object", () => {
    types(async (client) => {
      const user = await getUser(client, { userId: "1", select: ["id", "mail", "phones"] });
      expectTypeOf(user.mail).toEqualTypeOf<string | null>();
      expectTypeOf(user.phones).toEqualTypeOf<string[]>();
      expectTypeOf(user["@odata.type"]).toEqualTypeOf<string | undefined>();
      // @ts-expect-error: not selected
      user.name;
    });
  });

  it("refuses names that are none", () => {
    types(async (client) => {
      // @ts-expect-error: no such property
      await getUser(client, { select: ["id", "nmae"] });
      // @ts-expect-error: an annotation
      await getUser(client, { select: ["@odata.type"] });
      // @ts-expect-error: a relationship
      await getUser(client, { select: ["manager"] });
      // @ts-expect-error: no such argument
      await getUser(client, { userID: "1", select: ["id"] });
    });
  });

  it("gives properties of derived types, which may be absent", () => {
    types(async (client) => {
      const user = await getUser(client, { select: ["name", "invitedBy"] });
      expectTypeOf(user.name).toEqualTypeOf<string>();
      expectTypeOf(user.invitedBy).toEqualTypeOf<string | undefined>();
    });
  });

  it("gives any of the properties for a list that is known only at run time", () => {
    types(async (client) => {
      const names: string[] = [];
      const user = await getUser(client, { userId: "1", select: names });
      expectTypeOf(user.name).toEqualTypeOf<string | undefined>();
      expectTypeOf(user.mail).toEqualTypeOf<string | null | undefined>();
      const known: ("id" | "name")[] = [];
      const part = await getUser(client, { select: known });
      expectTypeOf(part.name).toEqualTypeOf<string | undefined>();
      // @ts-expect-error: never in the list
      part.mail;
      // @ts-expect-error: the team is missing
      await getTeamUser(client, { select: names });
    });
  });

  it("takes a constant list", () => {
    types(async (client) => {
      const names = ["id", "mail"] as const;
      expectTypeOf((await getUser(client, { select: names })).mail).toEqualTypeOf<string | null>();
    });
  });

  it("gives just annotations for an empty list, which asks for nothing at the service", () => {
    types(async (client) => {
      const user = await getUser(client, { select: [] });
      // @ts-expect-error: not selected
      user.name;
    });
  });
});

describe("expand", () => {
  it("adds just the relationships that were asked for", () => {
    types(async (client) => {
      const user = await getUser(client, { select: ["id"], expand: { manager: true, notes: { top: 3 } } });
      expectTypeOf(user.id).toEqualTypeOf<string>();
      expectTypeOf(user.manager).toEqualTypeOf<User | null>();
      expectTypeOf(user.notes).toEqualTypeOf<Note[]>();
      const other = await getUser(client, { expand: { notes: true } });
      expectTypeOf(other.name).toEqualTypeOf<string>();
      expectTypeOf(other.notes).toEqualTypeOf<Note[]>();
      // @ts-expect-error: not expanded
      other.manager;
    });
  });

  it("selects inside, nested", () => {
    types(async (client) => {
      const user = await getUser(client, {
        expand: {
          manager: { select: ["id", "invitedBy"], expand: { manager: { levels: "max" } } },
          notes: { select: ["text"], expand: { author: { select: ["mail"] } } },
        },
      });
      expectTypeOf(user.manager?.invitedBy).toEqualTypeOf<string | undefined>();
      expectTypeOf(user.manager?.manager?.name).toEqualTypeOf<string | undefined>();
      expectTypeOf(user.notes[0]?.author?.mail).toEqualTypeOf<string | null | undefined>();
      // @ts-expect-error: not selected
      user.manager?.name;
      // @ts-expect-error: not selected
      user.notes[0]?.size;
      // @ts-expect-error: not selected
      user.notes[0]?.author?.name;
    });
  });

  it("refuses names that are none, at every depth", () => {
    types(async (client) => {
      // @ts-expect-error: no such relationship
      await getUser(client, { expand: { manger: true } });
      // @ts-expect-error: no such relationship, beside one that is there
      await getUser(client, { expand: { manager: true, note: true } });
      // @ts-expect-error: no such property
      await getUser(client, { expand: { notes: { select: ["txt"] } } });
      // @ts-expect-error: no such relationship, inside
      await getUser(client, { expand: { notes: { expand: { writer: true } } } });
      // @ts-expect-error: no such option
      await getUser(client, { expand: { notes: { limit: 3 } } });
      // @ts-expect-error: no order
      await getUser(client, { expand: { notes: { orderBy: ["size up"] } } });
    });
  });

  it("goes with a list of names that is known only at run time", () => {
    types(async (client) => {
      const names: string[] = [];
      const user = await getUser(client, { select: names, expand: { notes: { select: ["text"] } } });
      expectTypeOf(user.name).toEqualTypeOf<string | undefined>();
      expectTypeOf(user.notes[0]?.text).toEqualTypeOf<string | undefined>();
    });
  });
});

describe("a relationship to what no page describes", () => {
  it("takes any name, and gives what nothing is known of", () => {
    expectTypeOf<PropertyOf<unknown>>().toEqualTypeOf<string>();
    const options: ExpandOptions<{ fields: ToOne<unknown> }> = {
      fields: { select: ["colour"], orderBy: ["size desc"] },
    };
    expect(expandText(options)).toBe("fields($select=colour;$orderby=size desc)");
  });
});

describe("orderBy", () => {
  it("takes properties and paths, with a direction", () => {
    const orders: OrderBy<"name" | "size">[] = ["name", "name asc", "size desc", "name/first desc"];
    // @ts-expect-error: no such direction
    const wrong: OrderBy<"name"> = "name up";
    // @ts-expect-error: no such property
    const misspelt: OrderBy<"name"> = "nmae";
    expect([...orders, wrong, misspelt]).toHaveLength(6);
  });
});

describe("lists, results and requests", () => {
  it("are narrowed alike", () => {
    types(async (client) => {
      expectTypeOf(listUsers(client)).toEqualTypeOf<Pages<UserDefault>>();
      expectTypeOf(listTeamUsers(client, { teamId: "1", top: 5 })).toEqualTypeOf<Pages<UserDefault>>();
      for await (const user of listUsers(client, { select: ["mail"], expand: { notes: true } })) {
        expectTypeOf(user.mail).toEqualTypeOf<string | null>();
        expectTypeOf(user.notes).toEqualTypeOf<Note[]>();
        // @ts-expect-error: not selected
        user.name;
      }
      const page = await listTeamUsers(client, { teamId: "1", select: ["mail"], orderBy: ["name desc"] });
      expectTypeOf(page.value[0]?.mail).toEqualTypeOf<string | null | undefined>();
      // @ts-expect-error: no such property
      listUsers(client, { select: ["nmae"] });
      // @ts-expect-error: the team is missing
      listTeamUsers(client, { select: ["name"] });

      expectTypeOf(await getUser.safe(client)).toEqualTypeOf<Result<UserDefault, "NotFound" | "Gone">>();
      const result = await getUser.safe(client, { select: ["mail"] });
      if (result.ok) expectTypeOf(result.value.mail).toEqualTypeOf<string | null>();
      else expectTypeOf(result.error.code).toEqualTypeOf<"NotFound" | "Gone" | (string & {}) | undefined>();
      const first = await listUsers.safe(client, { select: ["mail"] });
      expectTypeOf(first.value?.value[0]?.mail).toEqualTypeOf<string | null | undefined>();

      expectTypeOf(getUser.request()).toEqualTypeOf<ApiRequest<UserDefault>>();
      expectTypeOf(listUsers.request({ top: 1 })).toEqualTypeOf<ApiRequest<Page<UserDefault>>>();
      // @ts-expect-error: no such property
      getUser.request({ select: ["nmae"] });
    });
  });

  it("say which arguments there are", () => {
    types((client) => {
      const get: ApiFunction<{ id: string }, number> = jsonOperation({ name: "a", method: "GET", paths: ["/{id}"] });
      const getAny: OptionalApiFunction<{ id?: string }, number> = jsonOperation({
        name: "a",
        method: "GET",
        paths: ["/"],
      });
      const list: ListFunction<{ id: string }, number> = listOperation({ name: "a", method: "GET", paths: ["/{id}"] });
      const listAny: OptionalListFunction<{ top?: number }, number> = listOperation({
        name: "a",
        method: "GET",
        paths: ["/"],
        query: { $top: "top" },
      });
      expectTypeOf(get(client, { id: "1" })).toEqualTypeOf<Promise<number>>();
      expectTypeOf(getAny(client)).toEqualTypeOf<Promise<number>>();
      expectTypeOf(list(client, { id: "1" }, { next: "n" })).toEqualTypeOf<Pages<number>>();
      expectTypeOf(listAny(client, undefined, { next: "n" })).toEqualTypeOf<Pages<number>>();
      // @ts-expect-error: not optional
      get(client);
      // @ts-expect-error: not optional
      list(client);
      // @ts-expect-error: just lists go on
      get(client, { id: "1" }, { next: "n" });
      const wrong: OptionalListFunction<{ top?: number }, number> = listOperation({
        name: "a",
        method: "GET",
        paths: ["/"],
        // @ts-expect-error: no such argument
        query: { $skip: "skip" },
      });
      return wrong;
    });
  });
});

describe("select and expand at run time", () => {
  it("are sent as text", async () => {
    const { client, sent } = recordedClient(() => ({ json: {} }));
    await getUser(client, { userId: "1", select: ["id", "mail"], expand: { notes: { select: ["text"], top: 2 } } });
    await getUser(client, { select: [], expand: {} });
    expect(sent.map(({ url }) => decodeURIComponent(url))).toEqual([
      "/users/1?$select=id,mail&$expand=notes($select=text;$top=2)",
      "/me",
    ]);
  });
});
