/** A real browser for tests, where the machine has one. */
import { existsSync } from "node:fs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const { CHROMIUM_PATH: chosen } = process.env;

/** The executable: the one that `CHROMIUM_PATH` names, else where systems install it; `undefined` if it is not there. */
export const chromiumPath: string | undefined = (chosen ? [chosen] : usualPlaces).find((path) => existsSync(path));

/** For titles of tests, which are then skipped. */
export const noChromium = "skipped: no Chromium found, install it or set CHROMIUM_PATH";

/** Works as root, without a display, and asks no host on the internet for anything. */
export const chromiumFlags: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
