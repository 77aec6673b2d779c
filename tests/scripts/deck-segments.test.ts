import { expect, it } from "vitest";
import { checkSegments } from "../../scripts/site/deck-segments.ts";
import { parseDeck } from "../../src/contracts/index.ts";
import { reportWith } from "../figures/report.ts";

const report = reportWith({
  survivalSummary: [
    { dimension: "all", segment: "all" },
    { dimension: "tier", segment: "small" },
    { dimension: "tier", segment: "enterprise" },
  ],
});
const check = (filter: Record<string, string>) => () =>
  checkSegments(parseDeck({ slides: ["arr", { figure: "arr", filter }] }, "deck.ts"), report);

it("takes slides of segments that some customer is of", () => {
  expect(check({ tier: "small" })).not.toThrow();
});

it("names a segment that no customer is of, with the one that was likely meant", () => {
  expect(check({ tier: "smal" })).toThrow(
    `the deck's slides.1.filter: no customer is of tier "smal"; did you mean "small"? known: small, enterprise`,
  );
  expect(check({ region: "Europe" })).toThrow("known: none, accounts give no region");
});
