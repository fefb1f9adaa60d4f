/** The header `Range`. */

/**
 * Writes a range of bytes, both ends included, the first byte being 0; to the end if `last` is absent.
 *
 * @throws TypeError if one of them is no whole number from 0 on, or if they are in the wrong order.
 *
 * @example byteRange([0, 1023]) // bytes=0-1023
 */
export function byteRange([first, last]: readonly [first: number, last?: number]): string {
  const isRange = Number.isSafeInteger(first) && first >= 0;
  if (!isRange || !(last === undefined || (Number.isSafeInteger(last) && last >= first)))
    throw new TypeError(`Unexpected range ${first} to ${last}`);
  return `bytes=${first}-${last ?? ""}`;
}
