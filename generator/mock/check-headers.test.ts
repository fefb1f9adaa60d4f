import { expect, test } from "vitest";
import { header } from "../examples/examples.fixture.ts";
import { asking, errorOf, model, operationWith } from "./mock.fixture.ts";

const ask = asking(
  model([
    operationWith(
      "updateThing",
      {
        paths: ["/things/{id}"],
        headers: [
          header("ifMatch", "If-Match", { isRequired: true }),
          header("authorization", "Authorization", { isRequired: true }),
          header("odd", "no name", { isRequired: true }),
          header("prefer", "Prefer"),
        ],
      },
      [],
    ),
    operationWith("search", { paths: ["/search"], options: ["search", "count", "filter", "orderby"] }, [], {
      optionRules: [
        {
          when: ["search"],
          headers: ["Consistency"],
          options: ["count"],
          headerValues: { Consistency: "eventual" },
          text: "",
        },
        { when: ["filter", "orderby"], headers: ["Consistency"], options: [], headerValues: {}, text: "" },
      ],
    }),
  ]),
);
const messages = async (line: string, headers: Record<string, string> = {}): Promise<unknown> => {
  const answered = await ask(line, { headers });
  return answered.status === 200 ? "fine" : (errorOf(answered) as { message: string }).message;
};

test("a required header that is missing, or empty", async () => {
  expect(await messages("GET /things/1")).toBe("The header If-Match is missing");
  expect(await messages("GET /things/1", { "if-match": " " })).toBe("The header If-Match is missing");
  expect(await messages("GET /things/1", { "if-match": "*" })).toBe("fine");
});

test("what query options need beside them", async () => {
  expect(await messages("GET /search?$search=a&$count=true", { consistency: "eventual" })).toBe("fine");
  expect(await messages("GET /search?$search=a")).toBe(
    "$search needs the header Consistency: eventual; $search needs $count",
  );
  expect(await messages("GET /search?$search=a&$count=true", { consistency: "strong" })).toBe(
    "$search needs the header Consistency: eventual",
  );
  expect(await messages("GET /search?$filter=a")).toBe("fine");
  expect(await messages("GET /search?$filter=a&$orderby=b")).toBe("$filter and $orderby needs the header Consistency");
});
