/** The service root: scheme, host and version that the pages use most, or the setting. */
import type { ApiPage, Page } from "../docs/page.ts";
import { readTarget } from "../docs/path-grammar.ts";
import type { ModelReport } from "./model-report.ts";
import { byCodeUnit } from "./qualified-name.ts";

/** The base of an example's URL. Its path may hold anything, so only its start is read. */
function baseOf(url: string): string | null {
  const start = /^https?:\/\/[^/?\s]+(?:\/[^/?\s]+)?/i.exec(url)?.[0];
  const reading = start ? readTarget(start) : null;
  return reading?.ok ? reading.baseUrl : null;
}

function hostOf(baseUrl: string): string {
  return /^[a-z]+:\/\/([^/]+)/i.exec(baseUrl)?.[1]?.toLowerCase() ?? "";
}

/** `…/v1.0` before `…/beta` before no version: what most callers want where two are used equally often. */
function stability(baseUrl: string): number {
  const version = /^[a-z]+:\/\/[^/]+\/(.*)$/i.exec(baseUrl)?.[1] ?? "";
  return /^v\d+(?:\.\d+)*$/i.test(version) ? 0 : version !== "" ? 1 : 2;
}

/**
 * Whether pages may state a base: https, and a host with a name. A page must not lead the client, and the token that it
 * carries, to an address of the caller's own network, or in the clear; the setting may.
 */
function isPublic(baseUrl: string): boolean {
  const host = hostOf(baseUrl).replace(/:\d+$/, "");
  return /^https:/i.test(baseUrl) && /\.[a-z][a-z\d-]*$/.test(host) && !/\.(?:local|internal|localhost)$/.test(host);
}

/**
 * The most used base of request lines and example URLs; `null` where all are relative.
 *
 * @param setting outranks the pages
 */
export function findBaseUrl(pages: readonly ApiPage[], setting: string | null): string | null {
  if (setting !== null) return setting.replace(/\/$/, "");
  const counts = new Map<string, number>();
  const note = (base: string | null): void => {
    if (base !== null && isPublic(base)) counts.set(base, (counts.get(base) ?? 0) + 1);
  };
  for (const page of pages) {
    for (const line of page.requests) note(line.baseUrl);
    for (const example of page.examples) note(example.request ? baseOf(example.request.url) : null);
  }
  const sorted = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || stability(a) - stability(b) || byCodeUnit(a, b),
  );
  return sorted[0]?.[0] ?? null;
}

/**
 * Reports `host-unexpected` for request templates with a host of their own: they are emitted with the common base, as
 * no page may choose where the client's token goes.
 */
export function reportHosts(pages: readonly ApiPage[], baseUrl: string | null, report: ModelReport): void {
  const expected = baseUrl === null ? "a name of a host, by https" : hostOf(baseUrl);
  for (const page of pages)
    for (const line of page.requests) {
      const host = line.baseUrl === null ? expected : hostOf(line.baseUrl);
      if (host !== expected) report.add("host-unexpected", line.place, { host, expected });
    }
}

/**
 * Whether a page is about the version of the service root. A page that says to be about another one ("APIs under the
 * /beta version") has strayed into the set: calling it under the set's root would fail.
 */
export function isOfVersion({ version }: Pick<Page, "version">, baseUrl: string | null): boolean {
  const expected = versionOf(baseUrl);
  return version === null || expected === null || version.value === expected;
}

/** The version of a service root; `null` where its last segment is none. */
export function versionOf(baseUrl: string | null): string | null {
  const last = baseUrl?.split("/").pop()?.toLowerCase() ?? "";
  return /^(?:v\d[\w.]*|beta|preview)$/.test(last) ? last : null;
}

/** Whether an example's URL leads to the service: relative, or to its host in any version. */
export function isOfService(url: string, baseUrl: string | null): boolean {
  const host = /^https?:\/\/([^/?\s]+)/i.exec(url)?.[1]?.toLowerCase();
  return host === undefined || baseUrl === null || host === hostOf(baseUrl);
}
