import { expect, test } from "vitest";
import * as api from "./index.ts";

test("the package exports these names and no others", () => {
  expect(Object.keys(api).sort()).toEqual([
    "ModelTextError",
    "RunError",
    "buildModel",
    "defineConfig",
    "diffModels",
    "generate",
    "parseModel",
    "readPages",
  ]);
});

test("defineConfig gives back what it is given", () => {
  const config = { docs: "docs" };
  expect(api.defineConfig(config)).toBe(config);
});
