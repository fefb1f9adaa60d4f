/** Digests of the parts of a model: what a file of the output is made of can be compared without making it. */
import { digest } from "../digest.ts";
import type { ApiModel, Operation } from "../model/api-model.ts";
import { createModelText, type ModelText } from "./api-json.ts";

export interface ModelDigests {
  /** The text of the model, which most digests are of. */
  readonly text: ModelText;
  /** All but the operations: types, enums, base URL. */
  readonly types: string;
  /** What the operations are called and where they are, without what each of them is. */
  readonly outline: string;
  readonly permissions: string;
  /**
   * What a call of any operation is made by, and answered with: to find the operation that an example calls, all are
   * looked at.
   */
  readonly calls: string;
  /** All of one operation. */
  readonly operation: (operation: Operation) => string;
}

/** Makes the digests as they are asked for, each once. */
export function createModelDigests(model: ApiModel): ModelDigests {
  const { operations, types, enums, ...rest } = model;
  const text = createModelText(model);
  const known = new Map<string, string>();
  const once = (key: string, value: () => unknown): string => {
    let made = known.get(key);
    if (made === undefined) {
      made = digest(JSON.stringify(value()));
      known.set(key, made);
    }
    return made;
  };
  return {
    text,
    get types() {
      return once("types", () => [rest, [...types, ...enums].map(text.digestOf)]);
    },
    get outline() {
      const outlineOf = ({ id, name, resource, page, title, method, paths, kind, response }: Operation): unknown => [
        [id, name, resource, page, title, method, kind],
        paths.map(({ template }) => template),
        // What can be selected of a type depends on whether any function gives it.
        response.type,
      ];
      return once("outline", () => operations.map(outlineOf));
    },
    get permissions() {
      return once("permissions", () => operations.map((operation) => operation.permissions));
    },
    get calls() {
      return once("calls", () => operations.map(callOf));
    },
    operation: text.digestOf,
  };
}

/** Without what is said about the operation only, and is not part of any call of it. */
function callOf(operation: Operation): object {
  const {
    title: _t,
    description: _d,
    deprecation: _n,
    permissions: _p,
    errors: _r,
    examples: _e,
    place: _l,
    ...call
  } = operation;
  return call;
}
