export { templateOf } from "./colours.ts";
export { type DeckPlan, type PlannedSlide, slidesOf, writeDeck } from "./deck.ts";
export type { FigureSlide } from "./figure-slides.ts";
export { type DeckFile, planDeck } from "./plan.ts";
export { shownAs } from "./shown-as.ts";
