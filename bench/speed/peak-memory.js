/** Loaded before a measured program (`node --import`): leaves what the process has needed as a file when it ends. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

/**
 * Kilobytes. What the system calls a process's maximum begins, on Linux, with that of the process that started it; the
 * high-water mark in /proc is that of the program alone.
 */
function peak() {
  const own = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(own)?.[1] ?? process.resourceUsage().maxRSS);
}

const folder = process.env.APIPAGE_BENCH_NEEDS;

if (isMainThread && folder !== undefined) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    const needs = { kilobytes: peak(), cpuMicroseconds: user + system };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(needs));
  });
}
