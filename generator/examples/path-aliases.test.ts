import { expect, test } from "vitest";
import { operation } from "./examples.fixture.ts";
import { findPathAliases } from "./path-aliases.ts";

/** One operation for each list of paths. */
function aliases(...pages: readonly (readonly string[])[]): readonly string[] {
  const operations = pages.map((paths, index) => operation(`operation${index}`, { paths }));
  const text = (form: readonly (string | null)[]): string => form.map((segment) => `/${segment ?? "{}"}`).join("");
  return findPathAliases(operations, "sample.lib").map(({ from, to }) => `${text(from)} = ${text(to)}`);
}

const things = ["/home/things", "/people/{personId}/things"];
const parts = ["/people/{id}/things/{thingId}/parts", "/home/things/{thingId}/parts"];
const rooms = ["/Home/rooms", "/people/{personId}/rooms"];

test("learns what three operations show", () => {
  expect(aliases(things, parts, rooms)).toEqual(["/home = /people/{}", "/people/{} = /home"]);
  expect(aliases(things, parts)).toEqual([]);
});

test("not from a minority of the operations below either address", () => {
  const others = ["a", "b", "c", "d"].map((name) => [`/people/{personId}/${name}`]);
  expect(aliases(things, parts, rooms, ...others.slice(0, 3))).toEqual(["/home = /people/{}", "/people/{} = /home"]);
  expect(aliases(things, parts, rooms, ...others)).toEqual([]);
});

test("also below a common beginning", () => {
  const names = ["a", "b", "c"];
  expect(aliases(...names.map((name) => [`/school/home/${name}`, `/school/people/{id}/${name}`]))).toEqual([
    "/school/home = /school/people/{}",
    "/school/people/{} = /school/home",
  ]);
});

test("a collection keeps its key", () => {
  const names = ["a", "b", "c"];
  expect(aliases(...names.map((name) => [`/home/${name}/{id}`, `/people/{personId}/${name}/{id}`]))).toEqual([
    "/home = /people/{}",
    "/people/{} = /home",
  ]);
});

test("two things that share functions are not one thing", () => {
  const names = ["a", "b", "c"];
  expect(aliases(...names.map((name) => [`/people/{id}/${name}`, `/teachers/{id}/${name}`]))).toEqual([]);
  expect(aliases(...names.map((name) => [`/red/${name}`, `/blue/${name}`]))).toEqual([]);
});

test("nothing longer than needed, and nothing with a function in it", () => {
  const names = ["a", "b", "c"];
  const pages = names.map((name) => [`/home/shelf/${name}`, `/people/{id}/shelf/${name}`]);
  expect(aliases(...pages)).toEqual(["/home = /people/{}", "/people/{} = /home"]);
  expect(aliases(...names.map((name) => [`/at(n={=n})/${name}`, `/people/{id}/${name}`]))).toEqual([]);
});

test("does not depend on the order", () => {
  expect(aliases(rooms, parts, things)).toEqual(aliases(things, parts, rooms));
});
