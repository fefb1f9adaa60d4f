/**
 * To be loaded before a program: every folder is listed in another order, as on another file system. The number in
 * `SHUFFLE_SEED` decides in which.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { shuffled } from "./shuffled.ts";

const seed = Number(process.env.SHUFFLE_SEED);
const listed = fs.readdirSync as (...args: unknown[]) => unknown[];

Object.assign(fs, { readdirSync: (...args: unknown[]) => shuffled(listed(...args), seed) });
syncBuiltinESMExports();
