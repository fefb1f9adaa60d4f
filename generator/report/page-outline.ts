/** What one page was understood to say, for a person who compares it with the page. */
import type { EnumDeclaration, Page, ResourcePage } from "../docs/page.ts";
import { apiPageOutline } from "./api-page-outline.ts";
import { rowNode, typeText } from "./fact-text.ts";
import { type OutlineNode, outlineGroup, outlineNode } from "./outline.ts";

function resourceOutline({ type, methods }: ResourcePage): OutlineNode[] {
  const traits = [
    type.isAbstract ? "abstract" : null,
    type.isOpen ? "open" : null,
    type.keyProperty === null ? null : `key ${type.keyProperty}`,
  ].filter((trait) => trait !== null);
  const name = type.namespace === null ? type.name.value : `${type.namespace}.${type.name.value}`;
  return [
    outlineNode(`Type: ${[name, ...traits].join(", ")}`, type.name.place),
    ...outlineGroup(
      "Base type",
      type.baseTypes.map(({ name: base, namespace, evidence, place }) =>
        outlineNode(`${[namespace, base ?? "none"].filter((part) => part !== null).join(".")} (${evidence})`, place),
      ),
    ),
    ...outlineGroup("Properties", type.properties.map(rowNode)),
    ...outlineGroup("Relationships", type.relationships.map(rowNode)),
    ...(type.representation === null
      ? []
      : [outlineNode(`JSON representation: ${type.representation.map(({ name: member }) => member).join(", ")}`)]),
    ...outlineGroup(
      "Methods",
      methods.map(({ title, returnType, place }) => {
        const returned = returnType === null ? "" : `: ${typeText(returnType)}`;
        return outlineNode(`${title}${returned}`, place);
      }),
    ),
  ];
}

function enumNode({ name, members, isMultiple, place }: EnumDeclaration): OutlineNode {
  return outlineNode(
    `${name.value}${isMultiple ? ", several at once" : ""}`,
    place,
    members.map((member) => {
      const number = member.number === null ? "" : ` = ${member.number}`;
      return outlineNode(`${member.value}${number}${member.deprecation === null ? "" : ", deprecated"}`, member.place);
    }),
  );
}

/** The facts of a page in the order of its sections. */
export function pageOutline(page: Page): OutlineNode[] {
  const own = page.kind === "api" ? apiPageOutline(page) : page.kind === "resource" ? resourceOutline(page) : [];
  return [
    outlineNode(`Title: ${page.title.value}`, page.title.place),
    ...(page.namespace === null ? [] : [outlineNode(`Namespace: ${page.namespace.value}`, page.namespace.place)]),
    ...(page.description === null ? [] : [outlineNode(`Description: ${page.description}`)]),
    ...(page.deprecation === null ? [] : [outlineNode(`Deprecated: ${page.deprecation}`)]),
    ...own,
    ...outlineGroup("Enums", page.enums.map(enumNode)),
  ];
}
