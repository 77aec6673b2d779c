export { type Comparing, type Ledger, type Outcome, openLedger } from "./compare.ts";
export { type Presented, type Presenting, presentDeck } from "./present.ts";
export type {
  RestatedCause,
  RestatedNumber,
  RestatedRow,
  Restatement,
} from "./restatement.ts";
