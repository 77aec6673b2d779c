export { type Outcome, openLedger } from "./compare.ts";
export { presentDeck } from "./present.ts";
export type {
  RestatedCause,
  RestatedNumber,
  RestatedRow,
  RestatedStep,
  Restatement,
} from "./restatement.ts";
