import fc from "fast-check";
import { expect, it } from "vitest";
import { readTarget } from "../docs/path-grammar.ts";
import { parameterNames } from "./parameter-names.ts";

function names(target: string): string[] {
  const reading = readTarget(target);
  return reading.ok ? parameterNames(reading.pieces) : [];
}

it.each([
  ["/users/{id}/messages/{id}", ["userId", "messageId"]],
  ["/users/{user-id}", ["userId"]],
  ["/users/{id | userName}", ["userId"]],
  ["/sheets/{id|name}/charts/{name}", ["sheetId", "chartName"]],
  ["/names/{name}", ["name"]],
  ["/policies/{key}/rows/{index}", ["policyKey", "rowIndex"]],
  ["/folders/{id}/folders/{id}", ["folderId", "folderId2"]],
  ["/a/{widgetId}/b/{widgetId}", ["widgetId", "bId"]],
  ["/tenants/{tenant id}/{property name}", ["tenantId", "propertyName"]],
  ["/widgets/{}", ["widgetId"]],
  ["/widgets/7f0c1de2-0001-4e71-b1e9-6d9810ab1793", ["widgetId"]],
  ["/people/{ID}/children/{Id1}", ["personId", "childId"]],
  ["/parts/sample.shop.gear/{id}", ["gearId"]],
  ["/root:/{item-path}:/parts/{id}", ["itemPath", "partId"]],
  ["/f(rows={n},columns={n})", ["rows", "columns"]],
  ["/f(Kind=sample.kind'{x}')", ["kind"]],
  ["/roles/templateId={templateId}", ["templateId"]],
  ["/a/{__proto__}/b/{!}", ["proto", "value"]],
  ["/{id}", ["id"]],
])("of %j are %j", (target, expected) => {
  expect(names(target)).toEqual(expected);
});

it("are unique identifiers, whatever the placeholders are called", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 6 }), (alternatives) => {
      const found = parameterNames(
        alternatives.flatMap((name) => [
          { kind: "text", text: "/things/" } as const,
          { kind: "placeholder", alternatives: [name], encoding: "segment", literal: null, argument: null } as const,
        ]),
      );
      expect(new Set(found).size).toBe(alternatives.length);
      for (const name of found) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9]*$/);
    }),
  );
});
