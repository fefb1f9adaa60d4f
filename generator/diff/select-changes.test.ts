import { expect, it } from "vitest";
import type { Change } from "./change.ts";
import { everything, selectChanges } from "./select-changes.ts";

function change(path: string, more: Partial<Change> = {}): Change {
  return {
    id: "x",
    level: "info",
    direction: "both",
    area: "types",
    kind: "x",
    action: "changed",
    path,
    message: path,
    old: null,
    new: null,
    fingerprint: path,
    emitted: [],
    resource: "x",
    oldPlace: null,
    newPlace: null,
    ...more,
  };
}

const changes = [
  change("shop.core.user"),
  change("shop.core.user/mail"),
  change("shop.core.userSettings"),
  change("GET /users/{userId}/messages?$top"),
  change("POST /users#body/mail"),
  change("GET /teams/{teamId}"),
  change("GET (api/odd.md)"),
];

it.each([
  [{ types: ["user"] }, ["shop.core.user", "shop.core.user/mail"]],
  [{ types: ["SHOP.core.USER"] }, ["shop.core.user", "shop.core.user/mail"]],
  [{ paths: ["/users"] }, ["GET /users/{userId}/messages?$top", "POST /users#body/mail"]],
  [{ paths: ["/users/**"] }, ["GET /users/{userId}/messages?$top", "POST /users#body/mail"]],
  [{ paths: ["/users/*/messages"] }, ["GET /users/{userId}/messages?$top"]],
  [{ paths: ["/users/{userId}"] }, ["GET /users/{userId}/messages?$top"]],
  [{ paths: ["**/messages"] }, ["GET /users/{userId}/messages?$top"]],
  [{ paths: ["/TEAMS"], types: ["userSettings"] }, ["shop.core.userSettings", "GET /teams/{teamId}"]],
  [{ paths: ["("] }, []],
])("%j", (selection, expected) => {
  expect(selectChanges(changes, { ...everything, ...selection }).map(({ path }) => path)).toEqual(expected);
});
