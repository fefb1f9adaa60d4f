/** What functions give for documented responses, as tests. */
import { expect } from "vitest";
import { ApiError } from "../runtime/api-error.ts";
import type { ExampleResponse } from "../runtime/example.ts";
import type { LongRunning } from "../runtime/long-running.ts";
import type { Page } from "../runtime/pages.ts";
import type { Content } from "../runtime/results.ts";
import { placeBehind, textOf } from "./answer.ts";
import type { Shown } from "./shown.ts";

type Result<Value> = { readonly value: Value } | { readonly error: unknown };

/** @template Value what the function has to give at least */
export interface Reading<in Value> {
  /** Code of the finding by which the example is at odds with its page. */
  readonly code?: string;
  readonly check: (result: Result<Value>, response: ExampleResponse) => void | Promise<void>;
}

/**
 * A part of an object: `select` leaves members out, an example may have no value for one. A member that is called as
 * something that every object has would never be missing to the compiler.
 */
type PartOf<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Name in Exclude<keyof T, keyof typeof Object.prototype>]?: T[Name] | null }
    : T | null;

/** A value. */
export function value<T>(expected: Shown<T>): Reading<PartOf<T> | undefined> {
  return { check: (result) => expect(given(result)).toEqual(expected) };
}

/** A list: its first page. */
export function page<T>(expected: {
  readonly value: readonly Shown<T>[];
  readonly count?: number;
  readonly next?: string;
}): Reading<Page<PartOf<T>>> {
  return { check: (result) => expect(given(result)).toEqual(expected) };
}

/** A value with relationships that were asked for: its type is that of the call, and another one for each. */
export function expanded<T>(expected: Shown<T>): Reading<unknown> {
  return { check: (result) => expect(given(result)).toEqual(expected) };
}

/** Changes: those of the first page. */
export function changes<T>(expected: readonly Shown<T>[]): Reading<AsyncIterable<unknown>> {
  return {
    async check(result) {
      const all: unknown[] = [];
      const delta = given(result);
      // Without an item, the loop would go on to a page that the example does not show.
      if (expected.length > 0) {
        for await (const change of delta) if (all.push(change) === expected.length) break;
      }
      expect(all).toEqual(expected.map(changeOf));
    },
  };
}

function changeOf(item: unknown): unknown {
  if (typeof item !== "object" || item === null || !("@removed" in item)) return { kind: "changed", value: item };
  const [id, removed] = ["id" in item ? item.id : undefined, item["@removed"]];
  const reason = typeof removed === "object" && removed !== null && "reason" in removed ? removed.reason : undefined;
  return { kind: "removed", id, reason };
}

/** Text. */
export function text(): Reading<string> {
  return { check: (result, { body }) => expect(given(result)).toBe(textOf(body)) };
}

/** Raw content. */
export function content(): Reading<Content> {
  return {
    async check(result, { body, headers }) {
      const raw = given(result);
      expect(await raw.text()).toBe(body === undefined ? "" : textOf(body));
      const type = headers?.["content-type"];
      if (type !== undefined && body !== undefined) expect(raw.contentType).toBe(type);
    },
  };
}

/** Raw content at another place, to which the response leads. */
export function redirect(): Reading<Content> {
  return {
    check(result, { headers }) {
      const { url } = given(result).response;
      const told = headers?.["location"] ?? "";
      if (!isRelative(told)) expect(url).toBe(placeBehind(told, url));
      // What it is relative to is the request's own path, of which this does not know.
      else expect(url.endsWith(placeBehind(told, "https://x/").slice("https://x".length))).toBe(true);
    },
  };
}

function isRelative(url: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url);
}

/** An operation that goes on, with the place where to ask for its state. */
export function handle(): Reading<LongRunning> {
  return {
    check(result, { status, headers, body }) {
      const { location, value: first } = given(result);
      const told = headers?.["operation-location"] ?? (status === 201 ? undefined : headers?.["location"]);
      // It may be relative to the service, and is given as a whole URL.
      if (told === undefined) expect(location).toBeUndefined();
      else expect(decoded(location ?? "").endsWith(decoded(told))).toBe(true);
      if (status !== 202) expect(first).toEqual(body);
    },
  };
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Nothing. */
export function nothing(): Reading<void> {
  return { check: (result) => expect(given(result)).toBeUndefined() };
}

/** Nothing, where the page says that it may be so. */
export function empty(): Reading<unknown> {
  return { check: (result) => expect(given(result)).toBeUndefined() };
}

/** An error, with the status and what the body says. */
export function failure(): Reading<unknown> {
  return {
    check(result, { status, body }) {
      const error = "error" in result ? result.error : undefined;
      expect(error).toBeInstanceOf(ApiError);
      const told = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
      const has = (name: "code" | "message"): unknown =>
        typeof told === "object" && told !== null && name in told ? Reflect.get(told, name) : undefined;
      expect(error).toMatchObject({
        status,
        ...(typeof has("code") === "string" && has("code") !== "" && { code: has("code") }),
      });
      if (typeof has("message") === "string") expect(String(error)).toContain(has("message"));
    },
  };
}

/** The page says that the function gives something else than the example shows. */
export function differs(code: string): Reading<unknown> {
  return {
    code,
    check(result, { body }) {
      if ("value" in result) expect(result.value).not.toEqual(body ?? null);
    },
  };
}

/** The page says what is in the body, and the example shows none. A function without a result does not compile here. */
export function bodiless(code: string): Reading<NonNullable<unknown> | null> {
  return {
    code,
    check(result, { body }) {
      expect(body).toBeUndefined();
      if ("value" in result) expect(result.value).toBeUndefined();
    },
  };
}

/** A reading for which the types of the function do not fit the example. */
export function listed<Value>(code: string, reading: Reading<Value>): Reading<Value> {
  return { ...reading, code };
}

function given<Value>(result: Result<Value>): Value {
  if ("error" in result) throw result.error;
  return result.value;
}
