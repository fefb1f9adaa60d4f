import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{generator,templates,generated,bench}/**/*.test.ts"],
    // One process for many small files: starting afresh for each takes longer than all the tests.
    isolate: false,
    testTimeout: 20_000,
  },
});
