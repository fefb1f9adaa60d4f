/** A table of what is needed and what was measured. */

export interface Figure {
  readonly name: string;
  readonly needed: number;
  readonly measured: number;
  readonly unit: "%" | "";
  /** The needed number is the most there may be; the least otherwise. */
  readonly isCeiling?: boolean;
  /** Reached so far, where the needed number is not: the figure stays missed, and only less than this is a step back. */
  readonly reached?: number;
}

export function isMissed({ needed, measured, isCeiling = false }: Figure): boolean {
  return isCeiling ? measured > needed : measured < needed;
}

/** Worse than needed, and worse than what was reached before. */
export function isStepBack(figure: Figure): boolean {
  const { reached } = figure;
  return isMissed(reached === undefined ? figure : { ...figure, needed: reached });
}

/** One row a figure; a missed one is marked. */
export function figureTable(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length), "figure".length);
  const row = (name: string, needed: string, measured: string, mark: string): string =>
    `${name.padEnd(width)}  ${needed.padStart(9)}  ${measured.padStart(9)}  ${mark}`.trimEnd();
  const bound = ({ isCeiling = false }: Figure): string => (isCeiling ? "<=" : ">=");
  return [
    row("figure", "needed", "measured", ""),
    ...figures.map((figure) =>
      row(
        figure.name,
        `${bound(figure)} ${figure.needed}${figure.unit}`,
        `${figure.measured}${figure.unit}`,
        isMissed(figure) ? "missed" : "",
      ),
    ),
  ].join("\n");
}
