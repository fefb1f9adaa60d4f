/** Links of documented bodies and headers, led to the mock instead of to the real service. */
import { readTarget } from "./request-target.ts";

export interface OwnLinks {
  /** A link that a client follows by itself: always to the mock, whatever host the page shows. */
  follow(link: string): string;
  /** A header such as `Location`: to the mock if it leads to the service, as it is if it leads elsewhere. */
  redirect(link: string): string;
  /** A body with all links in it led to the mock that a client follows for more of a list. */
  inBody(value: unknown): unknown;
}

/**
 * @param origin of the mock: `http://127.0.0.1:3000`
 * @param prefix what stands before the path in requests to it: `/v1.0`
 * @param baseUrl of the service
 */
export function createOwnLinks(origin: string, prefix: string, baseUrl: string | null): OwnLinks {
  const follow = (link: string): string => {
    if (!URL.canParse(link, baseUrl ?? origin)) return link;
    const url = new URL(link, baseUrl ?? origin);
    return `${origin}${prefix}${readTarget(url, baseUrl).path}${url.search}`;
  };
  const inBody = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inBody);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        typeof member === "string" && /@odata\.(?:next|delta)Link$/.test(name) ? follow(member) : inBody(member),
      ]),
    );
  };
  return {
    follow,
    inBody,
    redirect: (link) => {
      const isAbsolute = URL.canParse(link) && baseUrl !== null && URL.canParse(baseUrl);
      return isAbsolute && new URL(link).host === new URL(baseUrl).host ? follow(link) : link;
    },
  };
}
