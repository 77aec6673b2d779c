export * from "./columns.ts";
export type { Row, Value, Where } from "./conditions.ts";
export { type AnswerRow, type Order, type Question, selectRows, sqlOf } from "./query.ts";
