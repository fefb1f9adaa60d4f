/** Statuses of responses without a body: the platform's `Response` takes none (Fetch standard, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Whether HTTP lets a response of this status have a body. */
export function mayHaveBody(status: number): boolean {
  return !bodiless.has(status);
}
