/** The projects that an SDK has to compile in, whatever their compiler and module resolution. */
import { type CompilerOptions, type CompilerVersion, type Resolution, typeCheckMeanwhile } from "./type-check.ts";

export interface Consumer {
  readonly compiler: CompilerVersion;
  readonly resolution: Resolution;
  /** On top of all strict ones. */
  readonly options?: CompilerOptions;
}

/** Each compiler with each resolution. */
export const consumers: readonly Consumer[] = (["5.4", "5.9", "7"] as const).flatMap((compiler) =>
  (["nodenext", "bundler"] as const).map((resolution) => ({ compiler, resolution })),
);

/** For titles of tests, for example `TypeScript 5.4, nodenext`. */
export function consumerName({ compiler, resolution, options = {} }: Consumer): string {
  return [`TypeScript ${compiler}`, resolution, ...Object.keys(options)].join(", ");
}

/** At the same time: as many as a small machine has cores. */
const workers = 2;

/**
 * Type-checks a folder as each of the consumers would, some at a time.
 *
 * @returns what the compilers say, by the consumers' names; `""` where there is nothing wrong
 *
 * @example expect(await typeCheckAs(consumers, folder)).toEqual(nothingWrong(consumers));
 */
export async function typeCheckAs(list: readonly Consumer[], folder: string): Promise<Record<string, string>> {
  const results: Record<string, string> = {};
  const waiting = list.values();
  const work = async (): Promise<void> => {
    // All workers take from one iterator.
    for (const consumer of waiting) {
      const { compiler, resolution, options } = consumer;
      results[consumerName(consumer)] = await typeCheckMeanwhile(folder, compiler, options, resolution);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}

/** What {@link typeCheckAs} gives where all of them compile. */
export function nothingWrong(list: readonly Consumer[]): Record<string, string> {
  return Object.fromEntries(list.map((consumer) => [consumerName(consumer), ""]));
}
