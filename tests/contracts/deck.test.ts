import { describe, expect, it } from "vitest";
import { parseDeck } from "../../src/contracts/index.ts";

function refusal(value: unknown): string[] {
  try {
    parseDeck(value, "deck.ts");
  } catch (error) {
    return (error as Error).message.split("\n");
  }
  return [];
}

describe("a deck file", () => {
  it("needs nothing: the deck is then that of a board meeting", () => {
    const { slides } = parseDeck({}, "deck.ts");
    expect(slides.slice(0, 3)).toEqual(["headline", "arr-bridge", "quarters"]);
    expect(slides.at(-1)).toBe("definitions");
  });

  it("names figures, figures with words beside them, and slides of words", () => {
    const slides = [
      "arr",
      { figure: "churn", commentary: "**why**", filter: { tier: "small" } },
      { title: "We ask for", text: "- money" },
    ];
    expect(parseDeck({ slides }, "deck.ts").slides).toEqual(slides);
  });

  it.each<[string, unknown, RegExp]>([
    [
      "a figure that nobody knows, with the one that was likely meant",
      { slides: ["arr-brige"] },
      /^ {2}slides\.0: unknown figure "arr-brige"; did you mean "arr-bridge"\? known: headline, /,
    ],
    [
      "a field that nobody knows, within a slide",
      { slides: [{ figure: "arr", tile: "x" }] },
      /^ {2}slides\.0: unknown field "tile"; did you mean "title"\? known: figure, title, /,
    ],
    [
      "a filter of two dimensions",
      { slides: [{ figure: "arr", filter: { tier: "small", region: "Europe" } }] },
      /^ {2}slides\.0\.filter: one of them with its segment/,
    ],
    [
      "a colour that is none",
      { template: { colours: { accent: "teal" } } },
      /^ {2}template\.colours\.accent: "teal" is not allowed; expected a colour such as #0b6170/,
    ],
    ["no slide", { slides: [] }, /^ {2}slides: \[\] is not allowed; expected 1 or more/],
  ])("is refused for %s", (_, value, expected) => {
    const [head, ...lines] = refusal(value);
    expect(head).toBe("deck.ts is not a deck:");
    expect(
      lines.find((line) => expected.test(line)),
      lines.join("\n"),
    ).toBeDefined();
  });

  it("is refused where it defines metrics of no slide", () => {
    for (const definitions of ["definitions", { figure: "definitions", title: "What they mean" }]) {
      expect(() =>
        parseDeck({ slides: [{ title: "a", text: "b" }, definitions] }, "deck.json"),
      ).toThrow(
        /slides: definitions are those of the metrics that other slides show, and none shows any/,
      );
      expect(parseDeck({ slides: [definitions, "arr"] }, "deck.json").slides).toHaveLength(2);
    }
    expect(parseDeck({ slides: [{ title: "a", text: "b" }] }, "deck.json").slides).toHaveLength(1);
  });
});
