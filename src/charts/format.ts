/** Numbers and days as a reader of the locale writes them. Days are YYYY-MM-DD; no zone of the machine enters. */
export interface Formats {
  /** Compact, three digits: $1.24M. */
  money: (amount: number) => string;
  /** To the unit of the currency: $1,234,567. */
  moneyFull: (amount: number) => string;
  /** Compact with its sign: +$12.3K. */
  moneyChange: (amount: number) => string;
  /** 0.0234 -> 2.3%; under 1% two digits. */
  share: (share: number) => string;
  /** 0.0234 -> 2%, for axes and cells. */
  wholeShare: (share: number) => string;
  /** 13 -> 13 months. */
  months: (count: number) => string;
  number: (value: number) => string;
  /** 12340 -> 12K, for narrow columns. */
  compactNumber: (value: number) => string;
  /** 4.25 -> 4.3x. */
  ratio: (value: number) => string;
  /** Signed points of a net promoter score: +39.5. */
  points: (value: number) => string;
  /** 2025-09-01 -> Sep 2025. */
  monthLabel: (day: string) => string;
  /** 2024-07-01 -> 2024 Q3. */
  quarterLabel: (day: string) => string;
}

/** How the values of a metric are written. */
export type Unit = "money" | "share" | "ratio" | "months" | "points" | "number";

/**
 * @param locale BCP 47 tag, such as en or de-CH
 * @param currency ISO 4217 code, such as USD
 */
export function makeFormats(locale: string, currency: string): Formats {
  const formatter = (options: Intl.NumberFormatOptions) => {
    const numbers = new Intl.NumberFormat(locale, { signDisplay: "negative", ...options });
    return (value: number) => numbers.format(value);
  };
  const money = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const compact = {
    ...money,
    notation: "compact",
    maximumSignificantDigits: 3,
  } as const;
  const oneDigit = formatter({ style: "percent", maximumFractionDigits: 1 });
  const twoDigits = formatter({ style: "percent", maximumFractionDigits: 2 });
  const ratio = formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(locale, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return {
    money: formatter(compact),
    moneyChange: formatter({ ...compact, signDisplay: "exceptZero" }),
    moneyFull: formatter({ ...money, maximumFractionDigits: 0 }),
    share: (share) => (Math.abs(share) < 0.01 ? twoDigits(share) : oneDigit(share)),
    wholeShare: formatter({ style: "percent", maximumFractionDigits: 0 }),
    months: formatter({ style: "unit", unit: "month", unitDisplay: "long" }),
    number: formatter({ maximumFractionDigits: 1 }),
    compactNumber: formatter({ notation: "compact", maximumSignificantDigits: 2 }),
    ratio: (value) => `${ratio(value)}×`,
    points: formatter({ maximumFractionDigits: 1, signDisplay: "exceptZero" }),
    monthLabel: (day) => month.format(utcDay(day)),
    quarterLabel: (day) => {
      const date = utcDay(day);
      return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
    },
  };
}

function utcDay(day: string): Date {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) {
    throw new Error(`"${day}" is not a day; give it as YYYY-MM-DD, such as 2025-09-01`);
  }
  return date;
}
