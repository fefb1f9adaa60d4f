/** SARIF 2.1.0, for code scanning. */
import type { SourcePlace } from "../diagnostics/place.ts";
import { wellFormed } from "../emit/characters.ts";
import { neutralJson } from "./neutral-json.ts";
import { neutralText } from "./neutral-text.ts";

export type SarifLevel = "error" | "warning" | "note";

export interface SarifRule {
  readonly id: string;
  /** In a few words. */
  readonly summary: string;
  readonly level: SarifLevel;
  /** A page about it, as markdown. */
  readonly help?: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/** Paths of pages are relative to the root of the checkout. */
export interface SarifResult {
  readonly ruleId: string;
  readonly level: SarifLevel;
  readonly message: string;
  readonly place: SourcePlace | null;
  readonly related: { readonly place: SourcePlace; readonly message: string } | null;
  readonly fingerprint: string;
}

export interface SarifRun {
  readonly tool: string;
  readonly version: string;
  readonly rules: readonly SarifRule[];
  readonly results: readonly SarifResult[];
  /** Warnings about the run itself. */
  readonly warnings: readonly string[];
}

/** A relative reference: what would make it an absolute one, or lead out of the folder, is escaped or gone. */
function artifactUri(page: string): string {
  const segments = page.split("/").filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  return segments.map((segment) => encodeURIComponent(wellFormed(segment))).join("/");
}

function location({ page, line, column, endLine, endColumn }: SourcePlace) {
  return {
    artifactLocation: { uri: artifactUri(page) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** Viewers take brackets for links. */
function messageText(text: string): string {
  return wellFormed(neutralText(text)).replace(/[[\]]/gu, "\\$&");
}

function resultOf({ ruleId, level, message, place, related, fingerprint }: SarifResult) {
  return {
    ruleId,
    level,
    message: { text: messageText(message) },
    locations: place === null ? [] : [{ physicalLocation: location(place) }],
    ...(related === null
      ? {}
      : {
          relatedLocations: [
            { id: 1, physicalLocation: location(related.place), message: { text: messageText(related.message) } },
          ],
        }),
    partialFingerprints: { "apipage/v1": fingerprint },
  };
}

function ruleOf({ id, summary, level, help, properties }: SarifRule) {
  return {
    id,
    shortDescription: { text: summary },
    ...(help === undefined ? {} : { help: { text: help, markdown: help } }),
    defaultConfiguration: { level },
    ...(properties === undefined ? {} : { properties }),
  };
}

/** The log of one run as text with a final line feed. */
export function sarifLog({ tool, version, rules, results, warnings }: SarifRun): string {
  const notifications = warnings.map((text) => ({ level: "warning", message: { text: messageText(text) } }));
  return neutralJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: tool, version, rules: rules.map(ruleOf) } },
        ...(notifications.length === 0
          ? {}
          : { invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }] }),
        columnKind: "utf16CodeUnits",
        results: results.map(resultOf),
      },
    ],
  });
}
