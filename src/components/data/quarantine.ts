import type { Unit } from "../../charts/index.ts";
import type { PageFormats } from "../../figures/index.ts";
import type { QuarantineReport } from "../../report.ts";
import { say } from "../../text/index.ts";

const units = {
  churn: "share",
  nrr: "share",
  grr: "share",
  arr: "money",
  mrr: "money",
  customers: "number",
  nps: "points",
  cac: "money",
} as const satisfies Record<string, Unit>;

/** A headline metric in words: as the site reads it, and with the rows that can be counted. */
export interface ReadingInWords {
  name: string;
  without: string;
  counted: string;
  differs: boolean;
}

/** In the order in which a change matters; metrics that are known in neither reading are left out. */
export function readingsOf(quarantine: QuarantineReport, format: PageFormats): ReadingInWords[] {
  const words: Readonly<Record<string, { name: string }>> = {
    ...say.headline,
    ...say.data.quarantine.stocks,
  };
  return Object.entries(units).flatMap(([metric, unit]) => {
    const reading = quarantine.headlines.find((row) => row.metric === metric);
    const known = words[metric];
    if (!reading || !known || (reading.without ?? reading.counted) === null) return [];
    const write = (value: number | null) => {
      if (value === null) return say.overview.noValue;
      return unit === "money" ? format.moneyFull(value) : format[unit](value);
    };
    const without = write(reading.without);
    const counted = write(reading.counted);
    return [{ name: known.name, without, counted, differs: without !== counted }];
  });
}

/** The sentence on top of the data page. */
export function quarantineFinding(quarantine: QuarantineReport, format: PageFormats): string {
  const words = say.data.quarantine;
  const { rows, money, headlines } = quarantine;
  const priced = money.lines - money.unknown;
  const worth =
    money.lines === 0
      ? words.noLines
      : priced === 0
        ? words.noPrice
        : words.worth(format.moneyFull(money.mrr));
  const changed = readingsOf(quarantine, format).find(({ differs }) => differs);
  const effect = changed
    ? words.wouldRead(changed.name, changed.counted, changed.without)
    : headlines.length > 0
      ? words.nothingChanges
      : words.notCountable;
  return words.finding(format.number(rows), rows, worth, effect);
}
