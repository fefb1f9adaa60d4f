import { describe, expect, it } from "vitest";
import { apiPage, readApi } from "../docs/api-page.fixture.ts";
import { readStem } from "./operation-names.ts";
import { buildPage, buildPages } from "./operations.fixture.ts";

const nameOf = (path: string, request: string, title = "Widgets") => {
  const [operation] = buildPage(apiPage(request).replace("List widgets", title), path).operations;
  return [operation?.name, operation?.resource];
};

describe("names by file name", () => {
  it.each([
    ["api/user-list.md", "GET /users", "listUsers", "users"],
    ["api/user-get.md", "GET /users/{id}", "getUser", "users"],
    ["api/user-list-messages.md", "GET /users/{id}/messages", "listUserMessages", "users"],
    ["api/user-get-screensettings.md", "GET /users/{id}/screenSettings", "getUserScreenSettings", "users"],
    ["api/user-post-users.md", "POST /users", "createUser", "users"],
    ["api/user-post-events.md", "POST /users/{id}/events", "createUserEvent", "users"],
    ["api/widget-post.md", "POST /shop/{id}/widgets", "createWidget", "widgets"],
    ["api/widgets-create.md", "POST /widgets", "createWidget", "widgets"],
    ["api/group-post-members.md", "POST /groups/{id}/members/$ref", "addGroupMember", "groups"],
    ["api/user-update.md", "PATCH /users/{id}", "updateUser", "users"],
    ["api/user-update-settings.md", "PATCH /users/{id}/settings", "updateUserSettings", "users"],
    ["api/shop-patch-shelves.md", "PATCH /shops/{id}/shelves/{id}", "updateShopShelve", "shops"],
    ["api/user-delete.md", "DELETE /users/{id}", "deleteUser", "users"],
    ["api/group-delete-members.md", "DELETE /groups/{id}/members/{id}/$ref", "removeGroupMember", "groups"],
    ["api/group-delete-thread.md", "DELETE /groups/{id}/threads/{id}", "deleteGroupThread", "groups"],
    ["api/photo-put-content.md", "PUT /photos/{id}/content", "putPhotoContent", "photos"],
    ["api/user-delta.md", "GET /users/delta", "deltaUsers", "users"],
    ["api/event-accept.md", "POST /events/{id}/accept", "eventAccept", "events"],
    ["api/user-assignbadge.md", "POST /users/{id}/assignBadge", "userAssignBadge", "users"],
    ["api/shop-gear-widget-list.md", "GET /widgets", "listShopGearWidgets", "shop-gear-widgets"],
    ["api/widgets-widget-get.md", "GET /widgets/{id}", "getWidget", "widgets-widgets"],
    ["api/list-list.md", "GET /lists", "listLists", "lists"],
    ["api/list-create.md", "POST /lists", "createList", "lists"],
    ["api/create-widget.md", "POST /widgets", "createWidget", "widgets"],
    ["api/get-user-photo.md", "GET /users/{id}/photo", "getUserPhoto", "users"],
  ])("%s → %s", (path, request, name, resource) => {
    expect(nameOf(path, request)).toEqual([name, resource]);
  });
});

describe("names by path, for file names that are none", () => {
  it.each([
    ["000_9b95e3bb313c0de2.md", "PATCH /makers/{id}/firstWidget/parts", "updateMakerFirstWidgetParts", "makers"],
    ["widget.md", "GET /widgets", "listWidgets", "widgets"],
    ["7-get.md", "GET /widgets/{id}", "getWidget", "widgets"],
    ["a1b2c3d4e5-f6.md", "POST /makers/{id}/widgets", "createMakerWidget", "makers"],
    ["x.md", "POST /makers/{id}/widgets/{id}/polish", "makerWidgetPolish", "makers"],
    ["x.md", "DELETE /makers/{id}/widgets/{id}/$ref", "deleteMakerWidget", "makers"],
    ["x.md", "GET /shop.sample.gears/near(x={x},y={y})", "getGearsNear", "gears"],
    ["x.md", "GET /gearBoxes/code={code}", "getGearBoxesCode", "gear-boxes"],
  ])("%s, %s → %s", (path, request, name, resource) => {
    expect(nameOf(path, request)).toEqual([name, resource]);
  });
});

it("takes the words of the title where there is no path", () => {
  const text = `${apiPage("PATCH ** unknown").replace("List widgets", "Update the widget (of a maker)")}\n\n## Permissions\n\n## Response`;
  const [operation] = buildPage(text, "3f.md").operations;
  expect(operation).toMatchObject({ name: "updateWidgetOfMaker", resource: "operations", paths: [] });
});

it("never gives a reserved word", () => {
  expect(nameOf("x.md", "GET /", "Delete")[0]).toBe("deleteOperation");
});

it.each([
  ["user-list", { owner: ["user"], verb: "list", rest: [] }],
  ["a-b-post-c-d", { owner: ["a", "b"], verb: "create", rest: ["c", "d"] }],
  ["post-reply", { owner: ["post"], verb: null, rest: ["reply"] }],
  ["user", null],
  ["user--list", null],
  ["user-list.old", null],
  ["user-list_old", null],
  ["9-list", null],
])("reads the stem %j", (stem, parts) => {
  expect(readStem(stem)).toEqual(parts);
});

describe("collisions", () => {
  const page = (path: string, request: string) => readApi(apiPage(request), path).page;
  const list = page("api/table-list-rows.md", "GET /tables/{id}/rows");
  const rows = page("api/tablerow-list.md", "GET /sheets/{id}/tableRows");
  const named = (pages: readonly (typeof list)[], names = {}) => {
    const built = buildPages(pages, names);
    return [
      built.operations.map((operation) => operation.name),
      built.diagnostics.filter((found) => found.code === "name-collision"),
    ] as const;
  };

  it("leave the name with the first page by path, and name both", () => {
    const [names, [collision]] = named([rows, list]);
    expect(names).toEqual(["listTableRows", "listSheetTableRows"]);
    expect(collision?.message).toContain("api/tablerow-list");
    expect(collision?.related?.message).toContain("api/table-list-rows");
  });

  it("do not come from further pages", () => {
    expect(named([rows])[0]).toEqual(["listTableRows"]);
  });

  it("are settled by the setting, which goes first", () => {
    const [names, collisions] = named([list, rows], { "api/tablerow-list": "listAllRows" });
    expect(names).toEqual(["listTableRows", "listAllRows"]);
    expect(collisions).toEqual([]);
    expect(named([list, rows], { "api/tablerow-list": "listTableRows" })[0]).toEqual(
      ["listTableRows2", "listTableRows"].map((name, i) => (i === 0 ? "listWidgets" : name)),
    );
  });

  it("end with a number", () => {
    const same = ["a/gear-list.md", "b/gear-list.md", "c/gear-list.md"].map((path) => page(path, "GET /gears"));
    expect(named(same)[0]).toEqual(["listGears", "listWidgets", "listGears2"]);
  });
});

it("names further methods of a page by the method", () => {
  const { operations, codes } = buildPage(
    apiPage("PATCH /widgets/{id}/design\nPUT /widgets/{id}/design"),
    "api/widget-update-design.md",
  );
  expect(operations.map(({ id, name, method }) => [id, name, method])).toEqual([
    ["api/widget-update-design", "updateWidgetDesign", "PATCH"],
    ["api/widget-update-design#PUT", "putWidgetDesign", "PUT"],
  ]);
  expect(codes).toContain("request-methods-differ");
  expect(
    buildPage(
      apiPage("DELETE /widgets/{id}/follow\nPOST /widgets/{id}/unfollow"),
      "api/widget-unfollow.md",
    ).operations.map(({ name }) => name),
  ).toEqual(["widgetUnfollow", "widgetUnfollowPost"]);
});
