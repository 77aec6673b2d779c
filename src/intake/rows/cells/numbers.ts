import type { FileSource } from "../../../contracts/index.ts";

export type NumberFormat = Pick<FileSource, "decimal" | "thousands" | "strip">;

/** Signs that stand for the one that is declared: no-break spaces, the typographic apostrophe. */
const variants: Readonly<Record<string, string>> = { " ": " \u00a0\u202f", "'": "'’" };

/**
 * Turns a cell into plain decimal text, with `.` and without signs; a cell that does not follow the
 * declared signs comes back undefined, never guessed: `1,20` with thousands `,` is not 120. A
 * percent is a hundredth: with `%` declared, `105%` is 1.05, as the contracts have shares.
 */
export function numberReader(format: NumberFormat): (text: string) => string | undefined {
  const { decimal = ".", thousands, strip } = format;
  const isPlain = decimal === "." && thousands === undefined && strip.length === 0;
  if (isPlain) return (text) => text;
  const point = decimal === "," ? "," : "\\.";
  const group = thousands === undefined ? "" : `[${variants[thousands] ?? `\\${thousands}`}]`;
  const grouped = group === "" ? "" : `\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3}|`;
  const pattern = new RegExp(`^(-?)((?:${grouped}\\d*)(?:${point}\\d*)?)$`);
  const groupSigns = group === "" ? undefined : new RegExp(group, "g");
  return (text) => {
    const bare = withoutSigns(text, strip);
    const found = pattern.exec(bare);
    if (!found || !/\d/.test(bare)) return undefined;
    const digits = groupSigns ? (found[2] ?? "").replaceAll(groupSigns, "") : (found[2] ?? "");
    const plain = decimal === "," ? digits.replace(",", ".") : digits;
    return `${found[1] ?? ""}${text.includes("%") ? hundredth(plain) : plain}`;
  };
}

/** A sign stands in front of the number, before or behind its minus, or at its end: `5$5` has none. */
function withoutSigns(text: string, signs: readonly string[]): string {
  const isLedger = signs.includes("(") && signs.includes(")");
  const owed = isLedger ? inParentheses(text, signs) : undefined;
  if (isLedger && owed === undefined && /[()]/.test(text)) return text;
  let minus = owed === undefined ? "" : "-";
  let bare = owed ?? text;
  for (const sign of ["-", ...signs, "-"]) {
    if (bare.startsWith(sign) && (sign !== "-" || minus === "")) {
      bare = bare.slice(sign.length).trimStart();
      if (sign === "-") minus = "-";
    } else if (sign !== "-" && bare.endsWith(sign)) bare = bare.slice(0, -sign.length).trimEnd();
  }
  return minus + bare;
}

/** What a ledger's parentheses hold, which is negative, with a declared sign before or behind them. */
function inParentheses(text: string, signs: readonly string[]): string | undefined {
  const found = /^([^\d()]*)\(([^()]+)\)([^\d()]*)$/.exec(text);
  if (!found) return undefined;
  const around = [found[1] ?? "", found[3] ?? ""].map((sign) => sign.trim()).filter(Boolean);
  return around.every((sign) => signs.includes(sign)) ? (found[2] ?? "").trim() : undefined;
}

/** Moves the point of plain decimal text two places; no binary number comes near it. */
function hundredth(digits: string): string {
  const [whole = "", part = ""] = digits.split(".");
  const padded = whole.padStart(3, "0");
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${part}`;
}

/**
 * A number in the signs that programs write, where they can mean one thing only: the minus behind it
 * (`5-`), the typographic minus, a plus, and the stroke for no cents (`5.-`).
 */
export function plainlySigned(text: string): string {
  const whole = text.replace("\u2212", "-").replace(/(?<=\d)[.,][-\u2013\u2014]{1,2}$/, "");
  const bare = /^\+ ?[\d.,]/.test(whole) ? whole.slice(1).trimStart() : whole;
  const isBehind = /\d[.,]? ?-$/.test(bare) && bare.indexOf("-") === bare.length - 1;
  return isBehind && !/[()]/.test(bare) ? `-${bare.slice(0, -1).trimEnd()}` : bare;
}

/** What to declare so that a cell would be a number; undefined where nothing would help. */
export function numberRemedy(text: string, format: NumberFormat): string | undefined {
  const sign = /\p{Sc}|%|\b[A-Z]{3}\b/u.exec(text)?.[0];
  const signs = [...(/\([^()]+\)/.test(text) ? ["(", ")"] : []), ...(sign ? [sign] : [])];
  if (signs.some((one) => !format.strip.includes(one))) {
    const list = [...new Set([...format.strip, ...signs])].map((one) => JSON.stringify(one));
    const owed = signs.includes("(") ? ", which makes (100) a negative number" : "";
    const bare = signs.reduce((rest, one) => rest.replace(one, ""), text).trim();
    const others = numberRemedy(bare, { ...format, strip: [...format.strip, ...signs] });
    const more = others?.startsWith("declare ") ? `; and ${others}` : "";
    return `declare strip: [${list.join(", ")}]${owed}${more}`;
  }
  const isGrouped = (mark: string) =>
    new RegExp(`^-?\\d{1,3}([${mark}]\\d{3})+([.,]\\d*)?$`).test(text);
  if (isGrouped(",")) {
    return text.includes(".")
      ? 'declare thousands: ","'
      : 'declare thousands: "," (1,234 = 1234) or decimal: "," (1,234 = 1.234)';
  }
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return 'declare decimal: "," and thousands: "."';
  if (/^-?\d*,\d+$/.test(text)) return 'declare decimal: ","';
  if (new RegExp(`^-?\\d{1,3}([${variants[" "]}]\\d{3})+,\\d*$`).test(text))
    return 'declare decimal: "," and thousands: " "';
  if (isGrouped(variants[" "] ?? "")) return 'declare thousands: " "';
  return isGrouped(variants["'"] ?? "") ? 'declare thousands: "\'"' : undefined;
}

/**
 * Plain decimal text times a factor, exactly: digits are never rounded. Text that is no plain number
 * comes back as it is, for the contract to refuse.
 */
export function scaled(text: string, factor: number): string {
  const number = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!number || !/\d/.test(text)) return text;
  const [whole = "", fraction = ""] = String(factor).split(".");
  const places = (number[3] ?? "").length + fraction.length;
  const product = BigInt(`${number[2]}${number[3] ?? ""}`) * BigInt(whole + fraction);
  const digits = String(product).padStart(places + 1, "0");
  const decimals = digits.slice(digits.length - places).replace(/0+$/, "");
  const point = places > 0 && decimals !== "" ? `.${decimals}` : "";
  return `${number[1]}${digits.slice(0, digits.length - places)}${point}`;
}
