/** Damage that pages come to: by accident, by a bad merge, by somebody who means harm. */
import type { Random } from "./random.ts";

/** What happens to a page; the text itself where there is nothing that it could happen to. */
export type Mutation = (text: string, random: Random) => string;

const hostile = [
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "*/",
  `\`$\{x}\``,
  "'",
  '"',
  "\\",
  "</script>",
  "{{x}}",
  "|",
  "\u2028",
  "\u202e",
  "\u0000",
  "<br>",
  "[x](../../x.md)",
  "// @ts-ignore",
  "class",
  "1st",
  "💡",
  "null",
  "#",
];

const types = [
  "String",
  "Int32",
  "Int64",
  "Boolean",
  "DateTimeOffset",
  "Edm.Binary",
  "Stream",
  "Duration",
  "Guid",
  "Double",
  "String collection",
  "Collection(Int32)",
  "[user](user.md)",
  "[user](user.md) collection",
  "microsoft.graph.nothing",
  "notThere",
  "Object",
  "Json",
  "constructor",
  "",
  "String or Int32",
];

const jsonValues = [
  "null",
  "true",
  "0",
  "-1.5",
  "1e400",
  '"x"',
  "[]",
  "{}",
  '[{"a": 1}]',
  "[null]",
  '"2020-01-01"',
  "",
];

const statuses = [
  "200 OK",
  "201 Created",
  "202 Accepted",
  "204 No Content",
  "302 Found",
  "404 Not Found",
  "429",
  "500",
];

const suffixes = [
  "?$select=id",
  "?$select=",
  "/$value",
  "/$count",
  "/$ref",
  "?$top=1?$top=2",
  "?$filter=a eq 'b'&$filter=c",
  "/{id}",
  "/{__proto__}",
  "/microsoft.graph.delta()",
  "(a={a},b='{b}')",
  "?x=y",
  "#x",
  "/valueOf",
];

const headers = [
  "Content-Type: text/plain",
  "Content-Type: application/json",
  "Content-Type: image/png",
  "Prefer: return=minimal",
  'ETag: W/"a"',
  "Location: https://graph.microsoft.com/v1.0/x",
  "X Y: z",
  "constructor: a",
  "Content-Length: 0",
];

/** Changes one of the lines that a pattern fits. */
function changeLine(pattern: RegExp, change: (line: string, random: Random) => string): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    const fitting = lines.flatMap((line, i) => (pattern.test(line) ? [i] : []));
    const at = random.pick(fitting);
    if (at === undefined) return text;
    lines[at] = change(lines[at] ?? "", random);
    return lines.join("\n");
  };
}

/** Changes one of the cells of a table, which have a number from 0. */
function changeCell(column: number | null, change: (cell: string, random: Random) => string): Mutation {
  return changeLine(/^\s*\|.*\|/, (line, random) => {
    const cells = line.split("|");
    const at = column === null ? random.below(cells.length) : column + 1;
    if (cells[at] !== undefined) cells[at] = change(cells[at] ?? "", random);
    return cells.join("|");
  });
}

const insertion: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + (random.pick(hostile) ?? "") + text.slice(at);
};

const table = /^\s*\|.*\|/;
const member = /^\s*"[^"]+"\s*:/;
const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE) +\S/;

function withoutLine(pattern: RegExp): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    const at = random.pick(lines.flatMap((line, i) => (pattern.test(line) ? [i] : [])));
    return at === undefined ? text : lines.filter((_, i) => i !== at).join("\n");
  };
}

function twice(pattern: RegExp): Mutation {
  return changeLine(pattern, (line) => `${line}\n${line}`);
}

/** All kinds of damage, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "byte flipped": (text, random) => {
    const bytes = Buffer.from(text);
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    // Half a character becomes the replacement character, so that the page is read at all.
    return bytes.toString();
  },
  "text put in": insertion,
  "line cut": withoutLine(/./),
  "line cut off": changeLine(/./, (line, random) => line.slice(0, random.below(line.length))),
  "lines swapped": (text, random) => {
    const lines = text.split("\n");
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
    return lines.join("\n");
  },
  "block twice": (text, random) => {
    const blocks = text.split("\n\n");
    const at = random.below(blocks.length);
    blocks.splice(random.below(blocks.length + 1), 0, blocks[at] ?? "");
    return blocks.join("\n\n");
  },
  "block cut": (text, random) => {
    const blocks = text.split("\n\n");
    blocks.splice(random.below(blocks.length), 1);
    return blocks.join("\n\n");
  },
  "page cut off": (text, random) => text.slice(0, random.below(text.length)),
  "fence opened": (text, random) => {
    const lines = text.split("\n");
    lines.splice(random.below(lines.length + 1), 0, random.pick(["```json", "```", "~~~", "<!--", "-->"]) ?? "");
    return lines.join("\n");
  },
  "table torn": changeLine(table, (line, random) => {
    const pipes = [...line].flatMap((c, i) => (c === "|" ? [i] : []));
    const at = random.pick(pipes) ?? 0;
    return line.slice(0, at) + (random.pick(["", "\n", "||", "\\|"]) ?? "") + line.slice(at + 1);
  }),
  "row cut": withoutLine(table),
  "row twice": twice(table),
  "cell changed": changeCell(null, (_, random) => random.pick(hostile) ?? ""),
  "name changed": changeCell(0, (_, random) => random.pick([...hostile, "id", "ID", "value", "@odata.type"]) ?? ""),
  "type changed": changeCell(1, (_, random) => random.pick(types) ?? ""),
  "member cut": withoutLine(member),
  "member twice": twice(member),
  "member renamed": changeLine(member, (line, random) =>
    line.replace(/"[^"]+"/, () => `"${random.pick([...hostile.slice(0, 5), "id", "value", "@odata.type"])}"`),
  ),
  "value changed": changeLine(member, (line, random) =>
    line.replace(/:.*?(,?\s*)$/, (_, end: string) => `: ${random.pick(jsonValues)}${end}`),
  ),
  "request line twice": twice(requestLine),
  "method changed": changeLine(requestLine, (line, random) =>
    line.replace(/^\w+/, () => random.pick(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "get", "MOVE"]) ?? ""),
  ),
  "path changed": changeLine(requestLine, (line, random) =>
    line.replace(/(\S+)(\s+HTTP\/\S+)?\s*$/, (_, path: string, end = "") => `${path}${random.pick(suffixes)}${end}`),
  ),
  "path cut": changeLine(requestLine, (line, random) => {
    const parts = line.split("/");
    parts.splice(1 + random.below(parts.length), 1);
    return parts.join("/");
  }),
  "path added": changeLine(requestLine, (line, random) => `${line}\n${line}${random.pick(suffixes)}`),
  "status changed": changeLine(/^HTTP\/1\.1 /, (_, random) => `HTTP/1.1 ${random.pick(statuses)}`),
  "header changed": changeLine(/^[\w-]+: \S/, (_, random) => random.pick(headers) ?? ""),
  "header added": changeLine(
    /^(?:HTTP\/1\.1 |(?:GET|POST|PUT|PATCH|DELETE) )/,
    (line, random) => `${line}\n${random.pick(headers)}`,
  ),
  "annotation changed": changeLine(/"(?:@odata\.type|isCollection|blockType|truncated)"/, (line, random) =>
    line.replace(
      /:\s*(?:"[^"]*"|true|false)/,
      () =>
        `: ${random.pick(['"x y"', '"microsoft.graph.user"', "true", '"response"', '"Collection(Edm.String)"', "{}"])}`,
    ),
  ),
  "heading changed": changeLine(/^#+ /, (line, random) =>
    line.replace(
      /^(#+).*/,
      (_, marks: string) =>
        `${random.chance(0.5) ? marks : "##"} ${random.pick([...hostile, "Properties", "Request body", "Response", "HTTP request"])}`,
    ),
  ),
};

const kinds = Object.entries(mutations);

/** A page after one to four accidents, and what they were. */
export function damaged(text: string, random: Random): { readonly text: string; readonly kinds: readonly string[] } {
  const names: string[] = [];
  let result = text;
  do {
    const [name, mutate] = random.pick(kinds) ?? ["", (same: string) => same];
    result = mutate(result, random);
    names.push(name);
  } while (names.length < 4 && random.chance(0.5));
  return { text: result, kinds: names };
}
