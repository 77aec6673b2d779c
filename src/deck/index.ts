export { templateOf } from "./colours.ts";
export { writeDeck } from "./deck.ts";
export { planDeck } from "./plan.ts";
export { shownAs } from "./shown-as.ts";
