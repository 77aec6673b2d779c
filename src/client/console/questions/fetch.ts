import { type Question, questionsName } from "../../../shared/questions.ts";

let fetched: Promise<readonly Question[]> | undefined;

/**
 * Every query that the site shows and the worked questions, fetched once per page.
 *
 * @param base address of the site, as /board/metrics/
 */
export function fetchQuestions(base: string): Promise<readonly Question[]> {
  fetched ??= fetchOnce(`${base}data/${questionsName}`).catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

async function fetchOnce(address: string): Promise<readonly Question[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return ((await answer.json()) as { questions: Question[] }).questions;
}
