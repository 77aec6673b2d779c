import type { Guesses } from "./datasets.ts";
import type { DatasetGuess } from "./guess.ts";
import { guessSettings } from "./settings.ts";

const signs: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };
const codes = /\b(EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|JPY|CNY|INR|BRL|MXN)\b|[$€£¥]/;

export interface GuessedCurrency {
  code: string;
  /** Why, and what to do about the others. */
  why: string;
}

/** The currency that most lines of the contracts are in. */
export function guessCurrency({ datasets }: Guesses): GuessedCurrency {
  const contracts = datasets.find(({ dataset }) => dataset === "contracts");
  const rows = contracts ? rowsByCurrency(contracts) : [];
  const [most, ...others] = rows;
  if (!most) return { code: "USD", why: "no currency stands in the files" };
  const [code, count] = most;
  if (others.length === 0) return { code, why: "the only one in the files" };
  const rest = others.map(([other, lines]) => `${other} (${lines})`).join(", ");
  return {
    code,
    why: `that of most lines (${count}); those in ${rest} need monthly rates: a dataset fx with month, currency, rate`,
  };
}

function rowsByCurrency(contracts: DatasetGuess): [code: string, rows: number][] {
  const headerOf = (name: string) =>
    contracts.columns.find(({ column }) => column === name)?.header ?? "";
  const named = contracts.contents.find(({ header }) => header === headerOf("currency"));
  const amounts = codes.exec(headerOf("mrr")) ?? codes.exec(headerOf("amount"));
  const inSettings = guessSettings(contracts).strip;
  const found = named?.values ?? (amounts ? [amounts[0]] : inSettings);
  const counts = new Map<string, number>();
  for (const text of found) {
    const code = signs[text] ?? text.toUpperCase();
    if (/^[A-Z]{3}$/.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].toSorted(([, left], [, right]) => right - left);
}
