import type { Column } from "../../../contracts/index.ts";
import type { Place } from "../../text/oddities.ts";
import type { Fault } from "../../unreadable.ts";
import { type NumberFormat, numberReader, scaled } from "../cells/numbers.ts";

export interface CentsWatch {
  /** Takes each different cell of a number once, as the file has it. */
  see(column: Column, raw: string, place: Place): void;
  /** By column, the first amount that is no whole number of cents. */
  doubts(): Fault[];
}

/** Watches columns that a known export has in cents: `708.33` cannot be that. */
export function watchCents(format: NumberFormat, columns: readonly string[]): CentsWatch {
  const read = numberReader(format);
  const odd = new Map<string, Fault>();
  return {
    see({ name }, raw, place) {
      if (!columns.includes(name) || odd.has(name)) return;
      const number = read(raw.trim()) ?? "";
      if (!/\.0*[1-9]/.test(number)) return;
      odd.set(name, {
        check: "ambiguous_amount",
        column: name,
        value: raw,
        ...place,
        expected: `whole cents, as the export mostly has them: this one is ${scaled(number, 0.01)} or ${number}`,
        remedy: `declare scale: { ${name}: 1 } where the amounts are no cents, or scale: { ${name}: 0.01 } where they are`,
      });
    },
    doubts: () => [...odd.values()],
  };
}
