import { beforeAll, describe, expect, it } from "vitest";
import { parseDeck } from "../../src/contracts/index.ts";
import { slidesOf } from "../../src/deck/deck.ts";
import { planDeck } from "../../src/deck/index.ts";
import { figureNames } from "../../src/shared/figures.ts";
import { sampleReport } from "../figures/sample.ts";

type Report = Parameters<typeof planDeck>[0];

describe("the deck file of the sample company", () => {
  let report: Report;

  beforeAll(async () => {
    report = { ...(await sampleReport()), inputHash: "abc123" } as Report;
  });

  const planOf = (deck: object) => planDeck(report, parseDeck(deck, "deck.json"));

  it("can hold every figure that has a name, the score by any dimension among them", () => {
    const plan = planOf({ slides: [...figureNames] });
    expect(plan.left).toEqual([]);
    const shown = plan.slides.flatMap((slide) => (slide.kind === "figure" ? [slide] : []));
    expect(shown).toHaveLength(figureNames.length - 1);
    const service = shown.find(({ figure }) => figure.id === "by-service");
    expect(service?.provenance.definitions.map(({ name }) => name)).toEqual(["Net promoter score"]);
  });

  it("defines every metric that its slides show, on as many slides as that takes", () => {
    for (const size of ["16:9", "4:3"]) {
      const plan = planOf({ slides: [...figureNames], template: { size } });
      const wanted = plan.slides.flatMap((slide) =>
        slide.kind === "figure" ? slide.provenance.definitions.map(({ name }) => name) : [],
      );
      const told = slidesOf(plan).flatMap(({ elements }) =>
        elements.flatMap((element) =>
          element.kind === "table" && element.name.startsWith("What the numbers mean")
            ? element.rows.slice(1).map(([cell]) => cell?.text)
            : [],
        ),
      );
      expect(told).toEqual([...new Set(wanted)]);
      expect(told.length).toBeGreaterThan(40);
    }
  });

  it("names the segments that there are where it names another", () => {
    const plan = planOf({ slides: ["arr", { figure: "churn", filter: { tier: "smal" } }] });
    expect(plan.left).toEqual([
      "churn curve: no customer is of tier smal; there are enterprise, small and strategic.",
    ]);
    expect(plan.slides.at(-1)).toMatchObject({ kind: "text", text: `- ${plan.left[0]}` });
  });
});
