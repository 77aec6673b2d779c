import { distance } from "fastest-levenshtein";

/**
 * Names are the same where they differ only in case, spaces, underscores, hyphens, how accents are
 * stored, and signs nobody sees.
 */
export function normalised(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s_\u00ad\u200b-\u2011\u2060-]+/g, "");
}

/** The known word that a wrong one was likely meant to be: at most a third of its letters differ. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(normalised(word).length / 3)) + 1;
  for (const candidate of known) {
    const differing = distance(normalised(word), normalised(candidate));
    if (differing < fewest) {
      best = candidate;
      fewest = differing;
    }
  }
  return best;
}

/** `did you mean "enterprise"? `, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `;
}
