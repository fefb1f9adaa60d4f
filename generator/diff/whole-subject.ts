import type { Subject } from "./rule.ts";
import { bothWays } from "./usage.ts";

export function wholeSubject(path: string): Subject {
  return { path, identity: path, resource: "API", emitted: [], oldPlace: null, newPlace: null, flow: bothWays };
}
