/** What an api page was understood to say. */
import type { ApiPage, BodySection, ExampleFact, PermissionTable, ResponseSection } from "../docs/page.ts";
import { pathText, rowNode, typeText } from "./fact-text.ts";
import { type OutlineNode, outlineGroup, outlineNode } from "./outline.ts";

function permissionNodes(tables: readonly PermissionTable[]): OutlineNode[] {
  return tables.flatMap(({ appliesTo, rows, place }) => {
    const grants = rows.map((row) =>
      outlineNode(`${row.scheme}: ${row.isSupported ? row.scopes.join(", ") : "not supported"}`, row.place),
    );
    return appliesTo === null ? grants : [outlineNode(`for ${appliesTo}`, place, grants)];
  });
}

function bodyNodes(body: BodySection | null): OutlineNode[] {
  if (body === null) return [];
  const type = body.isNone ? "none" : typeText(body.type);
  const media = body.contentType === null ? "" : `, ${body.contentType}`;
  return [outlineNode(`${type}${media}`, body.place, body.rows.map(rowNode))];
}

function responseNodes(response: ResponseSection | null): OutlineNode[] {
  if (response === null) return [];
  const content = response.isEmpty ? "no content" : typeText(response.type);
  const collection = response.isCollection && response.type?.isCollection !== true ? " collection" : "";
  const statuses = response.statuses.length > 0 ? `${response.statuses.join(", ")} ` : "";
  return [outlineNode(`${statuses}${content}${collection}`, response.place)];
}

function exampleNode({ name, title, request, responses }: ExampleFact): OutlineNode {
  return outlineNode(title ?? name ?? "example", null, [
    ...(request === null ? [] : [outlineNode(`${request.method} ${request.url}`, request.place)]),
    ...responses.map((response) => {
      const type =
        response.odataType === null ? "" : ` ${response.odataType}${response.isCollection ? " collection" : ""}`;
      return outlineNode(`${response.status}${type}${response.isTruncated ? ", truncated" : ""}`, response.place);
    }),
  ]);
}

export function apiPageOutline(page: ApiPage): OutlineNode[] {
  const options = [...page.queryOptions.map((name) => `$${name}`), ...(page.isQueryGeneric ? ["any that fits"] : [])];
  return [
    ...outlineGroup("Permissions", permissionNodes(page.permissions)),
    ...outlineGroup(
      "HTTP request",
      page.requests.map(({ method, pieces, place }) => outlineNode(`${method} ${pathText(pieces)}`, place)),
    ),
    ...outlineGroup("Path parameters", page.pathParameters.map(rowNode)),
    ...outlineGroup("Query parameters", page.queryParameters.map(rowNode)),
    ...outlineGroup("Function parameters", page.functionParameters.map(rowNode)),
    ...(options.length > 0 ? [outlineNode(`Query options: ${options.join(", ")}`)] : []),
    ...outlineGroup(
      "Request headers",
      page.headers.map(({ name, isRequired, values, place }) => {
        const listed = values.length > 0 ? `: ${values.join(" | ")}` : "";
        return outlineNode(`${name.value}${listed}${isRequired ? ", required" : ""}`, place);
      }),
    ),
    ...outlineGroup("Request body", bodyNodes(page.body)),
    ...outlineGroup("Response", responseNodes(page.response)),
    ...outlineGroup(
      "Errors",
      page.errors.map(({ status, code, text }) =>
        outlineNode([status, code, text].filter((part) => part !== null).join(" ")),
      ),
    ),
    ...outlineGroup("Examples", page.examples.map(exampleNode)),
  ];
}
