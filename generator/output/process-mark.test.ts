import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { isMarkAlive, markedProcess, ownMark } from "./process-mark.ts";

const [, start, host] = ownMark().split("-");

test("this process lives, however long ago it left its mark", () => {
  expect(isMarkAlive(ownMark(), Number.POSITIVE_INFINITY)).toBe(true);
  expect(markedProcess(ownMark())).toBe(String(process.pid));
});

test("a process that was killed does not, not even before anybody has asked for its end", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const mark = `${child.pid}-0-${host}`;
  const ended = new Promise((resolve) => child.on("exit", resolve));
  expect(isMarkAlive(mark, 0)).toBe(true);
  child.kill("SIGKILL");
  await ended;
  expect(isMarkAlive(mark, 0)).toBe(false);
});

test.runIf(process.platform === "linux")("another process with the same number is not taken for it", () => {
  expect(isMarkAlive(`${process.pid}-${Number(start) - 1}-${host}`, 0)).toBe(false);
});

test("a process on another machine lives as long as it has done something of late", () => {
  expect(isMarkAlive("1-1-00000000", 59_000)).toBe(true);
  expect(isMarkAlive("1-1-00000000", 60_000)).toBe(false);
});

test.each(["", "abandoned", "x1", "1-2", `-1-0-${host}`])("%j is nobody's mark", (text) => {
  expect(isMarkAlive(text, 0)).toBe(false);
  expect(markedProcess(text)).toBe("unknown");
});
