/** Digests of the texts of a docs folder, each made once. */
import { digest } from "../digest.ts";

export class TextDigests {
  readonly texts: ReadonlyMap<string, string>;
  readonly #known = new Map<string, string | null>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.texts = texts;
  }

  /** `null` where there is no such file. */
  of(path: string): string | null {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const text = this.texts.get(path);
    const own = text === undefined ? null : digest(text);
    this.#known.set(path, own);
    return own;
  }

  /** Of all texts with their paths. */
  ofAll(): string {
    return digest(...[...this.texts.keys()].flatMap((path) => [path, this.of(path) ?? ""]));
  }
}
