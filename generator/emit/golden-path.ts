/** The path that a function sends for an example that writes it in another way. */
import { readExampleUrl } from "../examples/example-url.ts";
import { percentDecoded } from "../examples/percent-decoding.ts";
import type { SentRequest } from "../golden/golden.ts";

/**
 * The path below the base URL, encoded; `null` where it is that of the example: the two are compared as the goldens
 * compare them, decoded.
 */
export function goldenPath({ call, request }: SentRequest, baseUrl: string | null): string | null {
  const values = new Map(call.parameters.map(({ name, value }) => [name, value]));
  const sent = call.path.parts
    .map((part) => {
      if (typeof part === "string") return part;
      const value = values.get(part.parameter);
      const text = typeof value === "object" ? JSON.stringify(value) : String(value ?? "");
      if (part.encoding === "quoted") return `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;
      return part.encoding === "path" ? text.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(text);
    })
    .join("");
  const path = sent.startsWith("/") ? sent : `/${sent}`;
  const url = readExampleUrl(request.url, baseUrl);
  const [reading] = url.ok ? url.readings : [];
  return comparable(path) === comparable(`/${reading?.segments.join("/") ?? ""}`) ? null : path;
}

function comparable(path: string): string {
  return path
    .split("/")
    .map((segment) => percentDecoded(segment).replaceAll("/", "%2F"))
    .join("/");
}
