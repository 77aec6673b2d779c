/** A whole number with so many of its digits behind the point: -1234 with 2 is -12.34. */
export function decimalText(digits: bigint, scale: number): string {
  if (scale <= 0) return String(digits);
  const sign = digits < 0n ? "-" : "";
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  return `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`;
}

/** A number of 64 bits as short as it can be without becoming another. */
export const doubleText = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

/** The same for 32 bits: 0.1, where the 64 bits of it would read 0.10000000149011612. */
export function floatText(value: number): string {
  if (!Number.isFinite(value) || value === 0) return doubleText(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return doubleText(short);
  }
  return doubleText(Number(value.toPrecision(9)));
}

/** Digits that every spreadsheet keeps, and that a double always gives back. */
const sureDigits = 15;

/**
 * The number that a text of digits stands for, where a double holds it exactly, in the sense that its
 * digits come back; otherwise nothing. 9007199254740993 and NaN are none.
 */
export function exactNumber(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value) || text === "") return undefined;
  if (/e/i.test(text)) return value;
  const significant = text.replace(/^-?0*\.?0*/, "").replace(".", "");
  const digits = text.includes(".") ? significant : significant.replace(/0+$/, "");
  return digits.length <= sureDigits ? value : undefined;
}

/** A number as JSON has it, or its text where programs that read JSON would change its digits. */
export const numberJson = (text: string): string =>
  exactNumber(text) === undefined ? JSON.stringify(text) : text;
