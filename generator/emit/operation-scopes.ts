/** The least privileged permissions of a function: what a client asks for when it gets a token for one call. */
import { permissionSchemes } from "../docs/vocabulary.ts";
import type { Operation } from "../model/api-model.ts";
import type { SpecMember } from "./declarations.ts";

/**
 * The permissions by scheme, as far as the page names any: none where it says of each only in which case it is needed. Of
 * several tables the first one counts: the others are about special cases.
 */
export function leastScopes({ permissions }: Operation): readonly SpecMember[] {
  const [first] = permissions;
  return permissionSchemes.flatMap((scheme): SpecMember[] => {
    const grant = first?.grants.find((one) => one.scheme === scheme && one.isSupported);
    const least = grant?.alternatives[0] ?? [];
    return least.length === 0 ? [] : [{ name: scheme, value: { list: least.map((text) => ({ text })) } }];
  });
}
