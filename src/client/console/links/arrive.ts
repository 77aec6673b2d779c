import { say } from "../../../text/index.ts";
import { fetchQuestions } from "../questions/index.ts";
import { decodeQuery } from "./query-link.ts";

export interface Arrived {
  /** Absent where the link does not say. */
  title: string | undefined;
  sql: string;
}

/**
 * The query that an address brings: "#q=…" has it whole, "#retention/churn/1" names one of the site's.
 *
 * @returns undefined where the address brings none
 * @throws an Error in words for the reader
 */
export async function arriveBy(hash: string, base: string): Promise<Arrived | undefined> {
  const words = say.console.session.links;
  if (hash.length < 2) return undefined;
  if (hash.startsWith("#q=")) {
    const sql = await decodeQuery(hash).catch((cause: unknown) => {
      throw new Error(words.broken, { cause });
    });
    return { title: words.title, sql };
  }
  const address = plain(hash.slice(1));
  const questions = await fetchQuestions(base).catch((cause: unknown) => {
    throw new Error(words.noQuestions, { cause });
  });
  const found = questions.find((question) => question.address === address);
  if (!found) throw new Error(words.unknown(address));
  return { title: found.title, sql: found.sql };
}

/** Out of the signs that addresses have for others; as it is where they are none. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
