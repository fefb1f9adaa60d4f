/** What an id in a report means. Each kind of ids brings its own pages. */
import { nearestWord } from "./config/nearest-word.ts";
import { isRuleId, ruleIds, rules } from "./diff/rules.ts";
import { RunError } from "./run-error.ts";
import { templateText } from "./templates-folder.ts";

/** Ids of one kind, with a page about each. */
export interface Explainer {
  /** What the ids are of, for the list of them all: "Changes that apipage diff reports". */
  readonly title: string;
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
  ids: ruleIds,
  factsOf: ruleFacts,
  pageOf: (id) => {
    const page = templateText(`explain/${id}.md`);
    if (page === null) throw new Error(`explain/${id}.md is missing from this installation`);
    return page;
  },
};

const explainers: readonly Explainer[] = [changeExplainer];

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
  return explainers.map(({ title, ids }) => `${title}:\n${ids.map((id) => `  ${id}\n`).join("")}`).join("\n");
}
