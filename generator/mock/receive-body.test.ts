import { expect, test } from "vitest";
import { receiveBody } from "./receive-body.ts";

/** A request whose body comes in pieces, and perhaps not to its end. */
function request(pieces: readonly string[], headers: Record<string, string> = {}, isCut = false): Request {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces[given++];
      if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
      else if (isCut) controller.error(new Error("gone"));
      else controller.close();
    },
  });
  return new Request("http://mock.test", { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

const text = async (received: ReturnType<typeof receiveBody>): Promise<unknown> => {
  const body = await received;
  return body.kind === "whole" ? new TextDecoder().decode(body.bytes) : body.kind;
};

test("pieces are put together, up to the limit", async () => {
  expect(await text(receiveBody(request(["ab", "", "c"]), 3))).toBe("abc");
  expect(await text(receiveBody(request(["ab", "cd"]), 3))).toBe("tooLong");
  expect(await text(receiveBody(request([]), 0))).toBe("");
  expect(await text(receiveBody(new Request("http://mock.test"), 0))).toBe("");
});

test("a length that is announced is enough to refuse it", async () => {
  const long = request(["a"], { "content-length": "100" });
  expect(await text(receiveBody(long, 3))).toBe("tooLong");
  expect(long.bodyUsed).toBe(false);
});

test("a body that does not come to its end", async () => {
  expect(await text(receiveBody(request(["ab"], {}, true), 3))).toBe("cut");
});
