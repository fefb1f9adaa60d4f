import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHeaderLine, readHttpMessages, readStartLine } from "./http-message.ts";
import { defaultLimits } from "./limits.ts";

const read = (text: string) => readHttpMessages(text.split("\n"));

describe("start lines", () => {
  it.each([
    ["GET /widgets", { kind: "request", method: "GET", target: "/widgets" }],
    ["POST  /widgets HTTP/1.1", { kind: "request", method: "POST", target: "/widgets" }],
    ["get /widgets", { kind: "request", method: "GET", target: "/widgets" }],
    ["PATCH ** no such widget", { kind: "request", method: "PATCH", target: "** no such widget" }],
    ["HTTP/1.1 200 OK", { kind: "response", status: 200 }],
    // trap 2
    ["HTTP 201 Created", { kind: "response", status: 201 }],
    ["HTTP/2 204", { kind: "response", status: 204 }],
  ])("reads %j", (line, expected) => {
    expect(readStartLine(line)).toEqual(expected);
  });

  it.each(["Get the widgets", "GET", "GETTING /widgets", "HTTP/1.1 2000", "200 OK", "Content-Type: x", ""])(
    "leaves %j alone",
    (line) => {
      expect(readStartLine(line)).toBeNull();
    },
  );
});

it("reads header lines", () => {
  expect(readHeaderLine("Content-Type : application/json ")).toEqual({
    name: "content-type",
    value: "application/json",
  });
  expect(readHeaderLine('"a": 1')).toBeNull();
});

describe("messages", () => {
  it("reads start line, headers and body", () => {
    const [message] = read('POST /widgets\nContent-Type: application/json\n\n{\n  "size": 1\n}\n');
    expect(message?.headers).toEqual([{ name: "content-type", value: "application/json" }]);
    expect(message?.body).toEqual({ text: '{\n  "size": 1\n}', line: 3, lastLine: 5 });
    expect([message?.isGlued, message?.isDetached]).toEqual([false, false]);
  });

  // trap 1
  it("reads headers after a blank line", () => {
    const [message] = read('POST /widgets/polish\n\nContent-type: application/json\nContent-length: 9\n\n{"a": 1}');
    expect(message?.headers.map((header) => header.name)).toEqual(["content-type", "content-length"]);
    expect(message?.body?.text).toBe('{"a": 1}');
    expect(message?.isDetached).toBe(true);
  });

  it("takes NAME:value lines after a blank line for a body", () => {
    const [message] = read("HTTP/1.1 200 OK\n\nBEGIN:CARD\nNAME:Widget\nEND:CARD");
    expect(message?.headers).toEqual([]);
    expect(message?.body?.text).toBe("BEGIN:CARD\nNAME:Widget\nEND:CARD");
  });

  // trap 3
  it("reads a body glued to the headers", () => {
    const [message] = read('HTTP/1.1 200 OK\nContent-Type: application/json\n{"a": 1}');
    expect(message).toMatchObject({ isGlued: true, body: { text: '{"a": 1}' } });
  });

  it("does not call a body glued where there are no headers", () => {
    expect(read('POST /widgets\n{"a": 1}')[0]).toMatchObject({ isGlued: false, body: { text: '{"a": 1}' } });
  });

  it("joins a URL that goes on in the next lines", () => {
    const [message] = read("GET /widgets\n  ?$top=1\n  &$skip=2 HTTP/1.1\nAccept: x");
    expect(message?.start).toMatchObject({ target: "/widgets?$top=1&$skip=2" });
    expect(message?.headers).toHaveLength(1);
  });

  // trap 25
  it("reads several messages of one block, and headers behind a body", () => {
    const messages = read(
      'POST /widgets/\n{\n  "a": "GET /x"\n}\nAuthorization: Bearer\nContent-type: application/json\n\nHTTP/1.1 200 OK\n{}',
    );
    expect(messages.map((message) => message.start.kind)).toEqual(["request", "response"]);
    expect(messages[0]?.headers.map((header) => header.name)).toEqual(["authorization", "content-type"]);
    expect(messages[0]?.body?.text).toBe('{\n  "a": "GET /x"\n}');
  });

  it("reads two requests without bodies", () => {
    expect(read("GET /widgets\nGET /parts").map((message) => message.body)).toEqual([null, null]);
  });

  it("keeps start lines inside of a multipart body", () => {
    const messages = read("POST /$batch\nContent-Type: multipart/mixed\n\n--b\n\nGET /widgets HTTP/1.1\n\n--b--");
    expect(messages).toHaveLength(1);
    expect(messages[0]?.body?.text).toContain("GET /widgets");
  });

  it("keeps all of a body whose brackets do not close, up to the next message", () => {
    const messages = read('POST /widgets\n\n{ "a": [\n\nHTTP/1.1 201 Created');
    expect(messages.map((message) => message.start.kind)).toEqual(["request", "response"]);
    expect(messages[0]?.body?.text).toBe('{ "a": [');
  });

  it("reads nothing of a block that does not start with a start line", () => {
    expect(read('{ "a": 1 }\nGET /x')).toEqual([]);
    expect(read("")).toEqual([]);
  });
});

describe("whatever the text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "GET /x",
      "POST /x",
      "HTTP/1.1 200 OK",
      "",
      "  ",
      "{",
      "}",
      "[",
      '"',
      "A: b",
      "Content-Type: x",
      "--b",
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
  );

  it("never throws, keeps the order of lines, and loses none behind the first start line", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const messages = readHttpMessages(lines);
        let next = 0;
        for (const message of messages) {
          expect(message.line).toBeGreaterThanOrEqual(next);
          expect(message.lastLine).toBeGreaterThanOrEqual(message.line);
          // Between two messages there are only blank lines.
          expect(lines.slice(next, message.line).join("").trim()).toBe("");
          next = Math.max(message.lastLine, message.body?.lastLine ?? 0) + 1;
        }
        if (messages.length === 0) return;
        const rest = lines.slice(next).filter((text) => text.trim() !== "");
        // What stands behind the last body can only be headers that belong to it.
        expect(rest.every((text) => readHeaderLine(text) !== null)).toBe(true);
      }),
    );
  });

  it("takes time in proportion to the size", () => {
    const many = Array.from({ length: 20_000 }, () => ["GET /x", "", "{", ""]).flat();
    const started = performance.now();
    expect(readHttpMessages(many)).toHaveLength(defaultLimits.messagesPerBlock);
    readHttpMessages([`GET /${" ".repeat(200_000)}x`, `A${" ".repeat(200_000)}b`, "{".repeat(200_000)]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
