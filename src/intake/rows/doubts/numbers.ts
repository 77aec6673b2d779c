import type { Column, FileSource } from "../../../contracts/index.ts";
import type { Place } from "../../text/oddities.ts";
import type { Fault } from "../../unreadable.ts";

interface Doubt extends Place {
  column: string;
  raw: string;
  /** Different cells that can be read in both ways. */
  count: number;
  /** Of those cells, in thousandths: as decimals. With groups of thousands it is a thousand times as much. */
  thousandths: number;
}

export interface NumberWatch {
  /** Takes each different cell of a number once, as the file has it. */
  see(column: Column, raw: string, place: Place): void;
  /** Amounts of which no number of the file tells how they were meant, by column. */
  doubts(): Fault[];
}

const round = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/**
 * Watches a file that declares neither sign. `1.234` alone is one and a bit, or one thousand. What
 * tells: a number with a point and more or fewer digits behind it (12.5), with a 0 or more than
 * three digits in front of it, and, in its own column, a whole number of four digits without a sign.
 */
export function watchNumbers({ decimal, thousands }: Pick<FileSource, "decimal" | "thousands">) {
  const doubts = new Map<string, Doubt>();
  const ungrouped = new Set<string>();
  let isTold = decimal !== undefined || thousands !== undefined;
  const watch: NumberWatch = {
    see(column, raw, place) {
      if (isTold) return;
      const digits = /\d[\d.]*/.exec(raw)?.[0] ?? "";
      if (!digits.includes(".")) {
        if (digits.length > 3) ungrouped.add(column.name);
        return;
      }
      const isEither = /^[1-9]\d{0,2}\.\d{3}$/.test(digits);
      if (!isEither) isTold = true;
      else if (column.isQuantity) {
        const { name } = column;
        const doubt = doubts.get(name) ?? { column: name, raw, ...place, count: 0, thousandths: 0 };
        doubt.count += 1;
        doubt.thousandths += (/[-(]/.test(raw) ? -1 : 1) * Math.round(1000 * Number(digits));
        doubts.set(name, doubt);
      }
    },
    doubts: () =>
      isTold ? [] : [...doubts.values()].filter(({ column }) => !ungrouped.has(column)).map(told),
  };
  return watch;
}

function told({ column, raw, row, line, count, thousandths }: Doubt): Fault {
  const example = Number(/\d[\d.]*/.exec(raw)?.[0] ?? 0);
  const small = cents.format(example);
  const large = round.format(1000 * example);
  const all =
    count === 1
      ? ""
      : `, and the ${round.format(count)} different cells like it add up to ${cents.format(thousandths / 1000)} or ${round.format(thousandths)}`;
  return {
    check: "ambiguous_amount",
    column,
    value: raw,
    row,
    line,
    expected: `a number that reads in one way: this one is ${small} or ${large}${all}`,
    remedy: `declare decimal: "," and thousands: "." (${large}), or decimal: "." (${small})`,
  };
}
