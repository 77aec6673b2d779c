import { literal, type Row } from "./conditions.ts";

/**
 * A column that a mart does not hold, in SQL and in the same words for rows. `Column` names the
 * columns it reads.
 */
export interface Computed<Column extends string> {
  sql: string;
  /** Of one row; of all the rows of a group where it is a total. */
  of: (rows: readonly Row[]) => number | null;
  isTotal: boolean;
  reads?: Column;
}

type Reckoning = (numbers: readonly (number | null)[]) => number | null;

const isKnown = (value: number | null): value is number => value !== null;
const numberIn = (row: Row | undefined, column: string): number | null => {
  const value = row?.[column];
  return typeof value === "number" ? value : null;
};

/** Of one row: unknown where a column it reads is. */
function inRow<C extends string>(
  sql: string,
  columns: readonly C[],
  of: (...numbers: number[]) => number | null,
): Computed<C> {
  const reckon: Reckoning = (numbers) => (numbers.every(isKnown) ? of(...numbers) : null);
  return {
    sql,
    of: ([row]) => reckon(columns.map((column) => numberIn(row, column))),
    isTotal: false,
  };
}

const divided = (over: number, under: number) => (under === 0 ? null : over / under);

export const oneMinus = <C extends string>(column: C): Computed<C> =>
  inRow(`1 - ${column}`, [column], (value) => 1 - value);

export const negative = <C extends string>(column: C): Computed<C> =>
  inRow(`-${column}`, [column], (value) => 0 - value);

export const times = <C extends string>(factor: number, column: C): Computed<C> =>
  inRow(`${factor} * ${column}`, [column], (value) => factor * value);

export const notBelowZero = <C extends string>(column: C): Computed<C> =>
  inRow(`if(${column} < 0, 0, ${column})`, [column], (value) => Math.max(0, value));

/** How far two columns are apart. */
export const distance = <C extends string>(one: C, other: C): Computed<C> =>
  inRow(`abs(${one} - ${other})`, [one, other], (a, b) => Math.abs(a - b));

export const quotient = <C extends string>(over: C, under: C): Computed<C> =>
  inRow(`${over} / nullif(${under}, 0)`, [over, under], divided);

/** By what share a column is above another; negative where it is below. */
export const growth = <C extends string>(now: C, before: C): Computed<C> =>
  inRow(`${now} / nullif(${before}, 0) - 1`, [now, before], (a, b) => less(divided(a, b), 1));

/** The normal deviate of a two-sided 95%. */
const deviate = 1.959964;

/**
 * An end of the 95% interval of a share of counts. Source: E. B. Wilson, Journal of the American
 * Statistical Association 22 (1927), 209-212.
 */
const wilson =
  (side: "-" | "+") =>
  <C extends string>(events: C, trials: C): Computed<C> => {
    const z = deviate;
    return inRow(
      `(${events} + ${z} ^ 2 / 2\n        ${side} ${z} * sqrt(${events} * (1 - ${events} / nullif(${trials}, 0)) + ${z} ^ 2 / 4)\n` +
        `    ) / (${trials} + ${z} ^ 2)`,
      [events, trials],
      (d, n) => {
        if (n === 0) return null;
        const half = z * Math.sqrt(d * (1 - d / n) + (z * z) / 4);
        return (d + (z * z) / 2 + (side === "-" ? -half : half)) / (n + z * z);
      },
    );
  };

export const wilsonLower = wilson("-");
export const wilsonUpper = wilson("+");

/** Of all rows of a group: its known numbers. */
function inTotal<C extends string>(
  sql: string,
  column: C,
  of: (numbers: number[]) => number | null,
): Computed<C> {
  return {
    sql,
    of: (rows) => of(rows.map((row) => numberIn(row, column)).filter(isKnown)),
    isTotal: true,
  };
}

const sum = (numbers: readonly number[]) =>
  numbers.length === 0 ? null : numbers.reduce((total, value) => total + value, 0);
const less = (value: number | null, by: number | null) =>
  value === null || by === null ? null : value - by;

export const rowCount = (): Computed<never> => ({
  sql: "count(*)",
  of: (rows) => rows.length,
  isTotal: true,
});

/** Rows in which the column is known. */
export const knownCount = <C extends string>(column: C): Computed<C> =>
  inTotal(`count(${column})`, column, (numbers) => numbers.length);

export const distinctCount = <C extends string>(column: C): Computed<C> => ({
  sql: `count(distinct ${column})`,
  of: (rows) => new Set(rows.map((row) => row[column]).filter((value) => value != null)).size,
  isTotal: true,
});

/** Sum of counts. */
export const total = <C extends string>(column: C): Computed<C> =>
  inTotal(`cast(sum(${column}) as bigint)`, column, sum);

export const totalMoney = <C extends string>(column: C): Computed<C> =>
  inTotal(`cast(sum(${column}) as decimal(38, 6))`, column, sum);

/** A year's worth of monthly amounts, those of the second list taken off. */
export const yearlyTotal = <C extends string>(
  added: readonly C[],
  taken: readonly C[] = [],
): Computed<C> => {
  const terms = [...added.map((column) => `+ ${column}`), ...taken.map((column) => `- ${column}`)];
  const formula = terms.join(" ").replace(/^\+ /, "").replace(/^- /, "-");
  const sumOf = (rows: readonly Row[], column: C) => total(column).of(rows) ?? 0;
  return {
    sql: `cast(12 * sum(${formula}) as decimal(38, 6))`,
    of: (rows) => {
      if (rows.length === 0) return null;
      const plus = added.reduce((sum, column) => sum + sumOf(rows, column), 0);
      return 12 * taken.reduce((sum, column) => sum - sumOf(rows, column), plus);
    },
    isTotal: true,
  };
};

export const quotientOfTotals = <C extends string>(over: C, under: C): Computed<C> => ({
  sql: `sum(${over}) / nullif(sum(${under}), 0)`,
  of: (rows) => {
    const [top, bottom] = [over, under].map((column) => total(column).of(rows));
    return top == null || bottom == null ? null : divided(top, bottom);
  },
  isTotal: true,
});

/** The median, or the lower of the two in the middle: always one of the numbers. */
export const lowerMedian = <C extends string>(column: C): Computed<C> =>
  inTotal(
    `quantile_disc(${column}, 0.5)`,
    column,
    (numbers) => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1] ?? null,
  );

export const highest = <C extends string>(column: C): Computed<C> =>
  inTotal(`max(${column})`, column, (numbers) =>
    numbers.length === 0 ? null : Math.max(...numbers),
  );

/** A column's value on one day, or at one age, of a group that has a row for each. */
export const onDay = <C extends string>(
  column: C,
  dayColumn: C,
  day: string | number,
): Computed<C> => ({
  sql: `max(${column}) filter (where ${dayColumn} = ${literal(day)})`,
  of: (rows) =>
    numberIn(
      rows.find((row) => row[dayColumn] === day),
      column,
    ),
  isTotal: true,
});

/** A column's value of a group's one row that has a flag; unknown where none has. */
export const onlyWhere = <C extends string>(column: C, flag: C): Computed<C> => ({
  sql: `max(${column}) filter (where ${flag})`,
  of: (rows) =>
    numberIn(
      rows.find((row) => row[flag] === true),
      column,
    ),
  isTotal: true,
});

/** The same number in every row, such as the age that a query is about; null = what no row can know. */
export const constant = (value: number | null): Computed<never> => ({
  sql: String(value),
  of: () => value,
  isTotal: true,
});
