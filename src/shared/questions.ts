/** File of every query that the site shows, by its address, in the folder data/. */
export const questionsName = "questions.json";

/** A query with what it answers, as the console lists and opens it. */
export interface Question {
  /** "retention/churn/1", "metrics/arr", "churn/who-left"; what stands behind # in the console's address. */
  address: string;
  /** Heading it is listed under. */
  group: string;
  title: string;
  /** How it is worked out and what to watch, or what the figure found. */
  about: string;
  /** Datasets that it reads and that this build was not given: it then gives no rows, or empty columns. */
  missing: readonly string[];
  sql: string;
}

/**
 * Address of a query that a page shows.
 *
 * @param page path of the page under the site's base, such as "cash-flow/"; "" is the overview
 * @param figure id of the figure in its page
 * @param place of the query among the different ones of the figure, from 1
 */
export function queryAddress(page: string, figure: string, place: number): string {
  return `${page === "" ? "overview/" : page}${figure}/${place}`;
}
