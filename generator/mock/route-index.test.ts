import { expect, test } from "vitest";
import { asking, example, model, operationWith, path } from "./mock.fixture.ts";

const things = operationWith("getThing", { paths: ["/things/{id}"] }, [example("one", "GET /things/1")]);
const ask = asking(
  model([
    things,
    operationWith("listThings", { paths: ["/things"] }, []),
    operationWith("recentThings", { paths: ["/things/recent"] }, []),
    operationWith("findThings", { paths: ["/things/find(text={'text'},count={=count})"] }, []),
    operationWith("readFile", { paths: ["/drive/root:/{+itemPath}:/content"] }, []),
    operationWith("deleteThing", { method: "DELETE", paths: ["/things/{id}"] }, []),
    operationWith("getPart", { paths: ["/parts/{id}"] }, [example("other", "GET /components/7")]),
    operationWith("listItems", { paths: ["/items/{id}/children"] }, [
      { ...example("root", "GET /root/children"), responses: [] },
      example("known", "GET /items/1/children"),
    ]),
    operationWith("getPersonOnPart", { paths: ["/people/{id}"] }, [example("part", "GET /people/1")]),
    operationWith("getPerson", { paths: ["/people/{id}"] }, [
      example("whole", "GET /people/2"),
      example("selected", "GET /people/2?$select=name"),
    ]),
    operationWith("search", { paths: ["/search"] }, []),
    operationWith("fixed", { paths: [path("/search", [{ name: "$filter", value: "isNew eq true" }])] }, []),
  ]),
  { isValidating: false },
);
const called = async (line: string): Promise<unknown> => (await ask(line)).log?.operation;

test.each([
  ["GET /v1.0/things/7", "getThing"],
  ["GET /things/7", "getThing"],
  ["HEAD /things/7", "getThing"],
  ["DELETE /things/7", "deleteThing"],
  ["GET /THINGS", "listThings"],
  ["GET /things/recent", "recentThings"],
  ["GET /sample.lib.things", "listThings"],
  ["GET /things('7')", "getThing"],
  ["GET /things/find(text='a',count=2)", "findThings"],
  ["GET /things/find%28text%3D%27a%27%2Ccount%3D2%29", "findThings"],
  ["GET /drive/root:/a/b%20c/d.txt:/content", "readFile"],
  // What only an example shows, answered or not.
  ["GET /components/7", "getPart"],
  ["GET /root/children", "listItems"],
  // Of several pages the one that shows most.
  ["GET /people/7", "getPerson"],
  ["GET /search?$filter=isNew%20eq%20true", "fixed"],
  ["GET /search?$filter=other", "search"],
])("%s calls %s", async (line, expected) => {
  expect(await called(line)).toBe(expected);
});

test.each(["GET /components/8", "GET /things//", "GET /thing", "GET /", "GET /things/7/parts", "GET /$metadata"])(
  "%s calls nothing",
  async (line) => {
    const { status, log } = await ask(line);
    expect([status, log?.operation]).toEqual([404, null]);
  },
);

test("another method than the documented ones", async () => {
  const { status, headers, log } = await ask("PATCH /things/7", { body: {} });
  expect([status, headers.get("allow")]).toEqual([405, "DELETE, GET, HEAD"]);
  expect(log?.complaint).toBe("Unexpected PATCH of /things/7, expected DELETE or GET");
});
