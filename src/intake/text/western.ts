/**
 * Windows-1252 gives a meaning to nearly every byte, so that text of any other one-byte encoding
 * decodes to something. Only words that western languages have are taken for it; the first other
 * word shows that the guess is wrong, or not safe.
 */

/** Letters beyond ASCII that stand together in a word: German, French, Iberian, Italian, Nordic, Dutch. */
const alphabets = [
  "äöüßé",
  "àâæçéèêëîïôœùûüÿ",
  "áéíóúüñçàèòï",
  "áâãàçéêíóôõúü",
  "àèéìíîòóù",
  "åäöæøéüè",
  "áéëïóöüèê",
  "šžáéíóúäôö",
].map((letters) => new RegExp(`^[a-z${letters}]+$`));

/*
 * Not in them: ð þ ý (Turkish ğ ş ı in Windows-1254). A file that really has them must declare its
 * encoding.
 */

/** š and ž are ö and û of old Macs, which stand between consonants: Kšln. */
const crowded = /[b-df-hj-np-tv-xzß][šž][b-df-hj-np-tv-xzß]/;

/** Letters that are words by themselves. */
const lonelyLetters = /^[aàéèóöåø]$/i;

const letter = "[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸƒ]";
const words = new RegExp(`${letter}+`, "g");
const oneLetter = new RegExp(letter);
const elision =
  /(?:^|[^\p{L}])(?:\p{L}{1,2}|all|dell|nell|sull|dall|jusqu|lorsqu|puisqu|aujourd)$/iu;
const contraction = /^(?:s|t|d|m|n|re|ll|ve)(?![\p{L}])/iu;
const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign);

/** Whether a sign beyond ASCII can stand between the two texts. */
function isSignAtHome(sign: string, before: string, after: string): boolean {
  const left = isLetter(before.at(-1));
  const right = isLetter(after[0]);
  if ("’´".includes(sign))
    return !(left && right) || elision.test(before) || contraction.test(after);
  if ("–—".includes(sign)) {
    return !(left || right) || (/\p{L}{2}$/u.test(before) && /^\p{L}{2}/u.test(after));
  }
  if (sign === "°" && /\d ?$/.test(before) && /^[CF](?!\p{L})/u.test(after)) return true;
  if ("ºª°".includes(sign)) return !right && (!left || /(?:^|[^\p{L}])[Nn]$/u.test(before));
  if ("¡¿“„«‹‘‚".includes(sign)) return !left;
  if ("”»›…®™©‰†".includes(sign)) return !right;
  if ("²³".includes(sign)) return /(?:^|[^\p{L}])[ckm]?m$/u.test(before) && !right;
  if (sign === "·" && /l$/i.test(before)) return /^l/i.test(after);
  if (sign === "µ") return !left && /^[gmslA]/.test(after);
  return "€£¥¢§±×÷¼½¾•·\u00a0".includes(sign) && !left && !right;
}

function isWordAtHome(word: string): boolean {
  if (/^[A-Za-z]+$/.test(word)) return true;
  const high = word.replaceAll(/[A-Za-z]/g, "").length;
  if (word.length === 1) return lonelyLetters.test(word);
  if (high * 2 > word.length + 1 || /[^A-Za-z]{3}/.test(word)) return false;
  // Capitals stand at the start, behind another capital or in words of capitals only.
  if (/\p{Ll}[À-ÖØ-ÞŒŠŽŸ]|\p{Lu}[À-ÖØ-ÞŒŠŽŸ]\p{Ll}/u.test(word)) return false;
  const lower = word.toLowerCase();
  // Portuguese has ã and õ nowhere else; Estonian and (in Windows-1250) Hungarian and Romanian do.
  if (/õ(?!e)|ã(?!o|e|s?$)/.test(lower)) return false;
  if (crowded.test(lower)) return false;
  return alphabets.some((alphabet) => alphabet.test(lower));
}

/** Letters that Windows-1250 shares, then those that are č ě ř ň ů ď ć there, then those it has not. */
const slavic = /[ŠšŽž]/;
const slavicElsewhere = /\p{L}{0,20}[èìøòùïæÈÌØÒÙÏÆ]\p{L}{0,20}/u;
const westernOnly = /[àêñåãÀÊÑÅÃ]/;

/**
 * Looks at a text piece by piece for what Czech and its neighbours would leave in Windows-1250,
 * where each word alone could be western: Škoda beside Kuèera.
 */
export function watchSlavic() {
  let hasSlavic = false;
  let hasWestern = false;
  let doubtful: string | undefined;
  return {
    add(piece: string): void {
      hasSlavic ||= slavic.test(piece);
      hasWestern ||= westernOnly.test(piece);
      doubtful ??= piece.match(slavicElsewhere)?.[0];
    },
    /** A word that makes the whole text doubtful. */
    unlikelyWord: () => (hasSlavic && !hasWestern ? doubtful : undefined),
  };
}

const isHigh = /[^\0-\x7f]/g;
const isEdge = /[\s,;|"]/;

/** Words found at home before: names come back many times in an export. */
const known = new Set<string>();
const mostKnown = 20_000;

/** The first word of a text, decoded as Windows-1252, that no western language would have. */
export function unlikelyWord(text: string): string | undefined {
  let end = 0;
  for (const { index } of text.matchAll(isHigh)) {
    if (index < end) continue;
    let start = index;
    while (start > end && !isEdge.test(text[start - 1] ?? "")) start -= 1;
    end = index + 1;
    while (end < text.length && !isEdge.test(text[end] ?? "")) end += 1;
    const token = text.slice(start, end);
    if (known.has(token)) continue;
    if (!isTokenAtHome(token)) return token;
    // A longer one would keep the whole text alive that it was cut from.
    if (token.length < 13 && known.size < mostKnown) known.add(token);
  }
  return undefined;
}

/** Signs side by side are two halves of a character more often, but for marks of a quotation. */
const strangePair = /(?![“”‘’…–—«»]{2})[^\0-\x7fÀ-ÖØ-öø-ÿŒœ]{2}|[«»]{2}/;

function isTokenAtHome(token: string): boolean {
  if (strangePair.test(token)) return false;
  for (const [word] of token.matchAll(words)) {
    if (!isWordAtHome(word)) return false;
  }
  for (const { 0: sign, index } of token.matchAll(isHigh)) {
    if (oneLetter.test(sign)) continue;
    if (!isSignAtHome(sign, token.slice(0, index), token.slice(index + 1))) return false;
  }
  return true;
}
