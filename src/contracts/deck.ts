import { z } from "zod";
import { boardOrder, figureNames } from "../shared/figures.ts";
import type { FilterDimension } from "../shared/filter.ts";
import { explainConfig } from "./config/errors.ts";
import { suggestion } from "./suggestion.ts";

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "a colour such as #0b6170");
const font = z.string().min(1);
const words = z.string().min(1);
const segment = words.optional().describe("Only customers of this segment");

const figure = z.string().superRefine((id, context) => {
  if (figureNames.includes(id)) return;
  const message = `unknown figure ${JSON.stringify(id)}; ${suggestion(id, figureNames)}known: ${figureNames.join(", ")}`;
  context.addIssue({ code: "custom", message });
});

const notes = words
  .optional()
  .describe("What the speaker reads first, before where the numbers come from");

const figureSlide = z.strictObject({
  figure: figure.describe(`Which figure, by its id: ${figureNames.join(", ")}`),
  title: words.optional().describe("Instead of the finding that is computed from the data"),
  commentary: words
    .optional()
    .describe(
      "Markdown, beside the figure, under it or on a slide after it, where it has room: paragraphs, lists, bold, italic",
    ),
  notes,
  filter: z
    .strictObject({
      tier: segment,
      industry: segment,
      region: segment,
      fit: segment,
      plan: segment,
      channel: segment,
      owner: segment,
    } satisfies Record<FilterDimension, typeof segment>)
    .refine(
      (chosen) => Object.keys(chosen).length === 1,
      'one of them with its segment, such as { tier: "small" }',
    )
    .optional()
    .describe('Whose numbers, such as { tier: "small" }; everyone\'s where absent'),
});

const textSlide = z.strictObject({
  title: words.describe("Title of a slide of words"),
  text: words.describe("Markdown: paragraphs, lists, bold, italic"),
  notes,
});

const slide = z.union([figure, figureSlide, textSlide]);

const figureOf = (own: z.output<typeof slide>): string[] => {
  if (typeof own === "string") return [own];
  return "figure" in own ? [own.figure] : [];
};

/** Every field of a deck file; all have a default. */
export const deckSchema = z.strictObject({
  title: words.optional().describe("Of the first slide; the company's name where absent"),
  subtitle: words.optional().describe("Under it, such as the day of the meeting"),
  template: z
    .strictObject({
      colours: z
        .strictObject({
          ink: colour.optional().describe("Text"),
          paper: colour.optional().describe("Ground of the slides"),
          muted: colour.optional().describe("Text that stands back"),
          soft: colour.optional().describe("Lines of grids and tables"),
          accent: colour.optional().describe("What a chart is about"),
          second: colour.optional().describe("A second line"),
          third: colour.optional().describe("A third line"),
          fourth: colour.optional().describe("A fourth line"),
          lost: colour.optional().describe("What went out, and what is behind plan"),
          grey: colour.optional().describe("What rests on little, or was before"),
        })
        .prefault({}),
      fonts: z
        .strictObject({
          heading: font.optional().describe("A font that the readers' machines have"),
          body: font.optional().describe("The same, of all other text"),
        })
        .prefault({}),
      size: z
        .enum(["16:9", "4:3"])
        .default("16:9")
        .describe("Width to height of the slides, as the template has it that they go into"),
    })
    .prefault({}),
  slides: z
    .array(slide)
    .min(1)
    .max(60)
    .refine((slides) => {
      const figures = slides.flatMap(figureOf);
      return figures.length === 0 || figures.some((name) => name !== "definitions");
    }, 'definitions are those of the metrics that other slides show, and none shows any; name a figure too, such as "headline", or leave slides out for those of a board meeting')
    .default([...boardOrder])
    .describe("In their order; those of a board meeting where absent"),
});

export type DeckInput = z.input<typeof deckSchema>;
export type Deck = z.output<typeof deckSchema>;

/** Types and completes a deck file as it is written; the build checks it again with zod. */
export function defineDeck(deck: DeckInput): DeckInput {
  return deck;
}

/** @throws an Error that lists every field that is wrong, with its value and remedy. */
export function parseDeck(value: unknown, where: string): Deck {
  const result = deckSchema.safeParse(value);
  if (result.success) return result.data;
  const wrong = explainConfig(deckSchema, value, result.error.issues);
  throw new Error(`${where} is not a deck:\n${wrong}`);
}
