/** Worked questions by topic, in the order of their list; each is a file of SQL of that name. */
const order = {
  churn: [
    "who-left",
    "by-tier-and-fit",
    "by-age",
    "renewals-ahead",
    "use-before-leaving",
    "seats-and-churn",
  ],
  payback: ["by-segment", "cohorts", "left-before", "farthest-from-it", "spend-and-wins"],
  nps: ["by-tier", "turned", "detractors-renewing", "silent", "before-leaving"],
  concentration: ["largest", "largest-terms", "by-industry", "without-the-largest"],
} as const;

export type Topic = keyof typeof order;

/** Such as "churn/who-left". */
export type QuestionId = { [T in Topic]: `${T}/${(typeof order)[T][number]}` }[Topic];

/** An analyst's question with the SQL that answers it from the published database. */
export interface WorkedQuestion {
  id: QuestionId;
  topic: Topic;
  sql: string;
}

const files = import.meta.glob<string>("./*/*.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const workedQuestions: readonly WorkedQuestion[] = Object.entries(order).flatMap(
  ([topic, names]) =>
    names.map((name) => ({
      id: `${topic}/${name}` as QuestionId,
      topic: topic as Topic,
      sql: sqlOf(`./${topic}/${name}.sql`),
    })),
);

function sqlOf(path: string): string {
  const sql = files[path];
  if (sql === undefined) throw new Error(`no file ${path} in src/questions; known: ${known()}`);
  return sql.trim();
}

function known(): string {
  return Object.keys(files).join(", ");
}
