import type { Operation, PathTemplate } from "../../model/api-model.ts";
import type { DiffContext } from "../context.ts";
import { type Matches, matchBy, type Pair } from "../matches.ts";
import { pathKey, requestKey, sameSegments } from "../request-key.ts";
import type { Check, Subject } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";

/** A path that was only written in full, from the service root: the old one was the end of it. */
function isSpelledOut(old: PathTemplate, current: PathTemplate): boolean {
  return pathKey(current).endsWith(pathKey(old));
}

function matchPaths({ old, new: current }: Pair<Operation>): Matches<PathTemplate> {
  return matchBy(old.paths, current.paths, pathKey, [
    { score: (a, b) => (isSpelledOut(a, b) ? 1 : 0) },
    { score: sameSegments },
  ]);
}

function pathSubject(
  context: DiffContext,
  pair: Pair<Operation>,
  [operation, path]: readonly [Operation, PathTemplate],
  places: { readonly old: PathTemplate | null; readonly new: PathTemplate | null },
): Subject {
  return {
    ...operationSubject(context, pair, {
      suffix: "",
      oldPlace: places.old?.place ?? pair.old.place,
      newPlace: places.new?.place ?? pair.new.place,
    }),
    path: requestText(operation, path),
    identity: requestKey(operation, path),
  };
}

/** The paths of operations that stay. What another page documents has neither come nor gone. */
export const operationPaths: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    const { old, new: current } = pair;
    // With another method, the whole request is another one.
    if (old.method !== current.method) continue;
    const { pairs, added, removed } = matchPaths(pair);
    // Pages drop a spelling that never worked as often as one that did, while the operation goes on under another.
    const undecided = pairs.some(({ isRenamed }) => !isRenamed) ? { level: "warning" as const } : {};
    for (const { old: was, new: is, isRenamed } of pairs) {
      if (!isRenamed) continue;
      const isOldThere = context.newRequests.has(requestKey(old, was));
      const isNewKnown = context.oldRequests.has(requestKey(current, is));
      if (isOldThere && isNewKnown) continue;
      const isInFull = isSpelledOut(was, is);
      yield {
        id: "path-renamed",
        subject: pathSubject(context, pair, [current, is], { old: was, new: is }),
        message: `path ${requestText(current, is)} ${isInFull ? "is written in full now" : "was renamed"}, was ${was.template}`,
        old: { path: was.template },
        new: { path: is.template },
        detail: pathKey(was),
        ...(isInFull ? { level: "warning" as const } : undecided),
      };
    }
    for (const path of added)
      if (!context.oldRequests.has(requestKey(current, path)))
        yield {
          id: "path-added",
          subject: pathSubject(context, pair, [current, path], { old: null, new: path }),
          message: `path ${requestText(current, path)} is new for "${current.title}"`,
          old: null,
          new: { path: path.template },
        };
    for (const path of removed)
      if (!context.newRequests.has(requestKey(old, path)))
        yield {
          id: "path-removed",
          subject: pathSubject(context, pair, [old, path], { old: path, new: null }),
          message: `path ${requestText(old, path)} is documented no more, "${old.title}" is reached by ${requestText(current)}`,
          old: { path: path.template },
          new: null,
          ...undecided,
        };
  }
};
