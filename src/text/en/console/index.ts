import { questions } from "./questions.ts";
import { session } from "./session.ts";

/** The SQL console, by who says it. */
export const sqlConsole = { session, questions } as const;
