import { createHmac } from "node:crypto";

/** Without 0, 1, I and O, which are misread. */
const signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

export interface CodeOptions {
  /** What is coded: the same text gets another code as another kind. */
  kind: string;
  /** Secret of the configuration; without one a known id leads to its code. */
  key: string | undefined;
  /** Signs of a code; more where two would be the same. */
  length: number;
}

/**
 * A short code for each id: the first signs of HMAC-SHA-256 of it, in base 32. The same id has the
 * same code in every build, whatever else is there, as long as no other id begins with the same
 * signs: then both get as many more as tell them apart.
 */
export function codesOf(
  ids: Iterable<string>,
  { kind, key, length }: CodeOptions,
): Map<string, string> {
  const codes = new Map<string, string>();
  let pending = [...new Set(ids)].map((id) => ({ id, signs: signsOf(`${kind}\n${id}`, key) }));
  for (let used = length; pending.length > 0; used++) {
    const counts = new Map<string, number>();
    const codeOf = (all: string) => all.slice(0, used);
    for (const { signs } of pending) {
      counts.set(codeOf(signs), (counts.get(codeOf(signs)) ?? 0) + 1);
    }
    const isAlone = ({ signs }: { signs: string }) => counts.get(codeOf(signs)) === 1;
    for (const { id, signs } of pending.filter(isAlone)) codes.set(id, codeOf(signs));
    pending = pending.filter((one) => !isAlone(one));
  }
  return codes;
}

function signsOf(text: string, key = "hourglass"): string {
  const digest = createHmac("sha256", key).update(text).digest();
  let found = "";
  for (const byte of digest) found += signs[byte % 32];
  return found;
}
