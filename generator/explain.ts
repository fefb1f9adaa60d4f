/** What an id in a report means. Each kind of ids brings its own pages. */
import { nearestWord } from "./config/nearest-word.ts";
import { diagnosticCodes, isDiagnosticCode } from "./diagnostics/codes.ts";
import { isRuleId, ruleIds, rules } from "./diff/rules.ts";
import { RunError } from "./run-error.ts";
import { templateText } from "./templates-folder.ts";

/** Ids of one kind, with a page about each. */
export interface Explainer {
  /** What the ids are of, for the list of them all: "Changes that apipage diff reports". */
  readonly title: string;
  /** What is true of all of them, in whole lines, for below the list. */
  readonly note: string | null;
  readonly ids: readonly string[];
  /** One line of facts, for below the heading of the page. */
  readonly factsOf: (id: string) => string;
  /** The page as markdown. */
  readonly pageOf: (id: string) => string;
}

const ways = { request: "in requests", response: "in responses", both: "in requests and responses" } as const;

function ruleFacts(id: string): string {
  if (!isRuleId(id)) throw new Error(`Unexpected rule ${id}`);
  const { level, direction, area, kind, action, mirrors } = rules[id];
  return `${level} ${ways[direction]} · area ${area} · ${kind} ${action} · the other way round: ${mirrors.join(" or ")}`;
}

const changeExplainer: Explainer = {
  title: "Changes that apipage diff reports",
  note: null,
  ids: ruleIds,
  factsOf: ruleFacts,
  pageOf: (id) => pageIn("changes", id),
};

function codeFacts(code: string): string {
  if (!isDiagnosticCode(code)) throw new Error(`Unexpected code ${code}`);
  const { severity, message } = diagnosticCodes[code];
  // A message that is all parameter says nothing by itself.
  return message === "{reason}" ? severity : `${severity} · ${message}`;
}

const diagnosticExplainer: Explainer = {
  title: "Findings on pages",
  note: `A severity is set by code in the config, "off" silences it: diagnostics: { "section-unknown": "off" }`,
  ids: Object.keys(diagnosticCodes),
  factsOf: codeFacts,
  pageOf: (code) => pageIn("diagnostics", code),
};

const explainers: readonly Explainer[] = [diagnosticExplainer, changeExplainer];

function pageIn(folder: string, id: string): string {
  const page = templateText(`explain/${folder}/${id}.md`);
  if (page === null) throw new Error(`explain/${folder}/${id}.md is missing from this installation`);
  return page;
}

/** The page about an id. Throws a {@link RunError} of kind `usage` for one that there is not. */
export function explain(id: string): string {
  const explainer = explainers.find(({ ids }) => ids.includes(id));
  if (explainer === undefined) {
    const near = nearestWord(
      id,
      explainers.flatMap(({ ids }) => ids),
    );
    const hint = near === null ? "apipage explain lists what there is" : `did you mean ${near}?`;
    throw new RunError("usage", `there is no "${id}" to explain, ${hint}`);
  }
  const [heading = "", ...rest] = explainer.pageOf(id).split("\n");
  return [heading, "", explainer.factsOf(id), ...rest].join("\n");
}

/** All ids, by kind. */
export function explainable(): string {
  return explainers
    .map(
      ({ title, ids, note }) =>
        `${title}:\n${ids.map((id) => `  ${id}\n`).join("")}${note === null ? "" : `${note}\n`}`,
    )
    .join("\n");
}
