import { defineConfig } from "vitest/config";

// A busy machine draws a frame late.
const common = { testTimeout: 60_000, hookTimeout: 180_000, expect: { poll: { timeout: 15_000 } } };

// West of Greenwich, so that a date read as local midnight shows as a day too early.
const env = { TZ: "America/Los_Angeles" };

export default defineConfig({
  test: {
    // By itself it leaves a core to whoever watches.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          ...common,
          env,
          name: "units",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/site/**"],
        },
      },
      {
        test: {
          ...common,
          env,
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          globalSetup: "tests/site/global-setup.ts",
        },
      },
    ],
  },
});
