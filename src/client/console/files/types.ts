import type { Row } from "../../../shared/query/index.ts";

/** Names whose numbers are names, not amounts. */
const isId =
  /(^|_)(ids?|uid|uuid|key|code|zip|zipcode|postcode|postal_code|plz|phone|tel|fax|number|no|nr|sku|ean|iban|vat|ssn)$/;

/** Of more at once the engine, which plans each count by itself, runs out of memory. */
export const countedAtOnce = 20;

/** What columns of texts hold, counted over all rows: so many from the first on. They are called column_0 and so on. */
export function countsSql(table: string, width: number, first = 0): string {
  const tests = {
    known: (cell: string) => `count(${cell})`,
    // With a leading zero it is a code; beyond 15 digits an id that a spreadsheet would spoil.
    whole: (cell: string) =>
      `count(*) filter (regexp_full_match(${cell}, '-?(0|[1-9][0-9]{0,14})'))`,
    decimal: (cell: string) =>
      `count(*) filter (regexp_full_match(${cell}, '-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?'))`,
    digits: (cell: string) => `max(length(regexp_extract(${cell}, '\\.([0-9]+)$', 1)))`,
    day: (cell: string) =>
      `count(*) filter (
          regexp_full_match(${cell}, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
          and try_cast(${cell} as date) is not null
      )`,
    moment: (cell: string) =>
      `count(*) filter (
          regexp_full_match(
              ${cell},
              '[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?)?'
          )
          and try_cast(${cell} as timestamp) is not null
      )`,
    flag: (cell: string) => `count(*) filter (lower(${cell}) in ('true', 'false'))`,
  };
  const columns = Array.from({ length: width }, (_, place) => {
    const index = first + place;
    return Object.entries(tests).map(
      ([name, sql]) => `${sql(`column_${index}`)} as ${name}_${index}`,
    );
  });
  return `select ${columns.flat().join(",\n    ")}\nfrom ${table}`;
}

/** The narrowest type that every value of a column has; where there is doubt it stays text. */
export function typeOf(name: string, counts: Row, index: number): string {
  const count = (test: string) => Number(counts[`${test}_${index}`] ?? 0);
  const known = count("known");
  const isAll = (test: string) => known > 0 && count(test) === known;
  if (isAll("day")) return "date";
  if (isAll("moment")) return "timestamp";
  if (isAll("flag")) return "boolean";
  if (isId.test(name)) return "varchar";
  if (isAll("whole")) return "bigint";
  return isAll("decimal") ? `decimal(${15 + count("digits")}, ${count("digits")})` : "varchar";
}
