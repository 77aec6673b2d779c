export * from "./columns.ts";
export { conditionsOf, literal, type Row, type Value, type Where } from "./conditions.ts";
export { type AnswerRow, type Order, type Question, selectRows, sqlOf } from "./query.ts";
