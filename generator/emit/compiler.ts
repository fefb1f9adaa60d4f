/**
 * ts-morph, with the TypeScript that it brings along. Required and not imported: before Node.js imports a CommonJS module,
 * it searches it for the names that it exports, which takes a quarter of the time of loading these nine megabytes.
 */
import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";

const loaded: typeof TsMorph = createRequire(import.meta.url)("ts-morph");

export const { CodeBlockWriter, ts, Writers } = loaded;
