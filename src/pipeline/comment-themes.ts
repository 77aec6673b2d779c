import { noTheme } from "../contracts/index.ts";
import { ownRows, quoteText, type Warehouse } from "../warehouse/index.ts";

/**
 * Fills `surveys.themes` of every comment whose file names none, before comments are concealed: the
 * metrics and the published database then know of its themes and not of its words.
 *
 * @param themes Names with their keywords, as `nps.themes` has them.
 */
export async function nameThemes(
  warehouse: Warehouse,
  themes: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const found = Object.entries(themes).map(([name, keywords]) => {
    const pattern = quoteText(patternOf(keywords));
    return `if(regexp_matches(nfc_normalize(comment), ${pattern}, 'i'), ${quoteText(name)}, null)`;
  });
  if (found.length === 0) return;
  await ownRows(warehouse, "surveys");
  await warehouse.run(`
    update surveys
    set themes = coalesce(nullif(concat_ws('; ', ${found.join(", ")}), ''), ${quoteText(noTheme)})
    where comment is not null and themes is null`);
}

/**
 * Regular expression (RE2) that finds any of the keywords: as whole words, with any blanks between
 * two of them. Scripts that are written without blanks, or that hang endings on a word as Korean
 * does, match anywhere.
 */
export function patternOf(keywords: readonly string[]): string {
  return keywords
    .map((keyword) => {
      const words = keyword.normalize("NFC").trim().split(/\s+/).map(escaped).join("\\s+");
      return withoutBlanks.test(keyword) ? words : `(?:^|${beside})${words}(?:$|${beside})`;
    })
    .join("|");
}

/** What a whole word may stand beside: no letter, no mark that belongs to one, no digit. */
const beside = "[^\\p{L}\\p{M}\\p{N}_]";

const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
