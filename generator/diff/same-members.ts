/** The members that an enum has in both versions, by value. */
import type { EnumMember, EnumType } from "../model/api-model.ts";
import { matchBy, type Pair } from "./matches.ts";

/** In the order of the old version. */
export function sameMembers({ old, new: current }: Pair<EnumType>): readonly Pair<EnumMember>[] {
  return matchBy(old.members, current.members, ({ value }) => value, []).pairs;
}
