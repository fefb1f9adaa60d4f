import { expect, test } from "vitest";
import { uninterrupted } from "./uninterrupted.ts";

test("gives back what the work gives, and leaves no handler behind", async () => {
  const before = process.listenerCount("SIGINT");
  expect(await uninterrupted(() => process.listenerCount("SIGINT") - before)).toBe(1);
  expect(process.listenerCount("SIGINT")).toBe(before);
});

test("an error of the work comes through", async () => {
  const before = process.listenerCount("SIGTERM");
  await expect(
    uninterrupted(() => {
      throw new Error("no space");
    }),
  ).rejects.toThrow("no space");
  expect(process.listenerCount("SIGTERM")).toBe(before);
});

test.skipIf(process.platform === "win32")("a signal that arrives meanwhile acts afterwards", async () => {
  const events: string[] = [];
  // Stands in for the end of the process.
  const again = new Promise<void>((resolve) => {
    process.once("SIGHUP", () => {
      events.push("handler of others");
      process.once("SIGHUP", () => {
        events.push("signal acts");
        resolve();
      });
    });
  });
  await uninterrupted(() => {
    process.kill(process.pid, "SIGHUP");
    events.push("work is done");
  });
  await again;
  expect(events).toEqual(["work is done", "handler of others", "signal acts"]);
});
