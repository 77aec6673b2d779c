import { type Formats, makeFormats } from "../charts/index.ts";
import type { Report } from "../report.ts";
import { say } from "../text/index.ts";

export interface PageFormats extends Formats {
  /** 2025-09-30 -> Sep 30, 2025, as the locale writes it. */
  day: (day: string) => string;
  /** A name of a segment as the reader sees it. */
  segment: (segment: string) => string;
  /** A score with one digit, for tables. */
  tenths: (score: number) => string;
  /** Customers won in a month: 2.3, and two digits below 1. */
  pace: (customers: number) => string;
  /** A p value as a share: below a thousandth it is said to be, since it is never 0. */
  chance: (p: number) => string;
  /** Money with its cents, for tables. */
  cents: (amount: number) => string;
  /** A relative change with its sign: +2.3%. */
  shareChange: (change: number) => string;
  /** A change of a share with its sign, 0.012 -> +1.2 points. */
  pointChange: (change: number) => string;
  numberChange: (change: number) => string;
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** A name written from right to left would turn the numbers beside it around; Unicode isolates keep it apart. */
function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

const leastChance = 0.001;

/** By company: what Intl needs is slow to make, and every figure of every page asks for it. */
const made = new WeakMap<Report["company"], PageFormats>();

/** The formats of one site: the company's locale and currency. */
export function formatsOf({ company }: Pick<Report, "company">): PageFormats {
  const formats = made.get(company) ?? formatsFor(company);
  made.set(company, formats);
  return formats;
}

function formatsFor({ locale, currency }: Report["company"]): PageFormats {
  // Months are words: in the language of the sentences around them, in the order of the region.
  const { region } = new Intl.Locale(locale).maximize();
  const dates = `${say.site.language}-${region}`;
  const day = new Intl.DateTimeFormat(dates, { dateStyle: "medium", timeZone: "UTC" });
  const cents = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const tenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const twoDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const formats = makeFormats(locale, currency);
  return {
    ...formats,
    monthLabel: makeFormats(dates, currency).monthLabel,
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    segment: (segment) =>
      Object.hasOwn(say.site.segments, segment)
        ? (say.site.segments[segment] ?? segment)
        : isolated(segment),
    tenths: (score) => tenths.format(score),
    pace: (customers) => (customers < 1 ? twoDigits.format(customers) : formats.number(customers)),
    chance: (p) =>
      p < leastChance ? say.site.under(formats.share(leastChance)) : formats.share(p),
    cents: (amount) => cents.format(amount),
    shareChange: signed(formats.share),
    pointChange: signed((size) => say.site.points(formats.number(100 * size))),
    numberChange: signed(formats.number),
  };
}

/** What is written like no change has no sign. */
function signed(write: (size: number) => string): (change: number) => string {
  return (change) => {
    const size = write(Math.abs(change));
    if (size === write(0)) return size;
    return `${change > 0 ? "+" : "-"}${size}`;
  };
}
