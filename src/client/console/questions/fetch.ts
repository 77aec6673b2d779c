import { engineFiles } from "../../../shared/files.ts";
import type { Question } from "../../../shared/questions.ts";
import { unpackZstd } from "../../engine/unpack.ts";

let fetched: Promise<readonly Question[]> | undefined;

/**
 * Every query that the site shows and the worked questions, fetched once per page.
 *
 * @param base address of the site, as /board/metrics/
 */
export function fetchQuestions(base: string): Promise<readonly Question[]> {
  fetched ??= fetchOnce(`${base}${engineFiles.folder}/${engineFiles.questions}`).catch(
    (error: unknown) => {
      fetched = undefined;
      throw error;
    },
  );
  return fetched;
}

async function fetchOnce(address: string): Promise<readonly Question[]> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(`${address} answered ${answer.status}`);
  const unpacked = new Response(answer.body.pipeThrough(unpackZstd()));
  return ((await unpacked.json()) as { questions: Question[] }).questions;
}
