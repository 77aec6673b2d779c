export { dimColours, templateOf } from "./colours.ts";
export { longTitles, slidesOf, writeDeck } from "./deck.ts";
export { planDeck } from "./plan.ts";
export { shownAs } from "./shown-as.ts";
