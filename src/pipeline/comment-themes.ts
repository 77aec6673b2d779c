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
  const found = Object.entries(themes).map(
    ([name, keywords]) => `if(${keywords.map(isIn).join(" or ")}, ${quoteText(name)}, null)`,
  );
  if (found.length === 0) return;
  await ownRows(warehouse, "surveys");
  await warehouse.run(`
    update surveys
    set themes = coalesce(nullif(concat_ws('; ', ${found.join(", ")}), ''), ${quoteText(noTheme)})
    from (
        select response_id, ${wordsOfComment} as words
        from surveys
        where comment is not null and themes is null
    ) as comments
    where surveys.response_id = comments.response_id`);
}

/**
 * Condition that a comment, as `wordsOfComment` has it, holds a keyword: whole words of it. Scripts
 * that are written without blanks, or that hang endings on a word as Korean does, match anywhere.
 */
function isIn(keyword: string): string {
  const words = keyword
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_]/gu, " $& ")
    .replaceAll(/[\s\p{Z}]+/gu, " ")
    .trim();
  return `contains(words, ${quoteText(withoutBlanks.test(keyword) ? words : ` ${words} `)})`;
}

/**
 * SQL of a comment in lower case with one blank around every word and every other sign, as keywords
 * are taken apart too: to look for them so takes a third of the time of regular expressions for 8 themes.
 */
const wordsOfComment = String.raw`concat(' ', regexp_replace(
            regexp_replace(
                lower(nfc_normalize(comment)), '([^\p{L}\p{M}\p{N}_])', ' \1 ', 'g'
            ),
            '[\s\p{Z}]+', ' ', 'g'
        ), ' ')`;

const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
