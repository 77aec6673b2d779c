import { files } from "./files.ts";
import { questions } from "./questions.ts";
import { result } from "./result.ts";
import { schema } from "./schema.ts";
import { session } from "./session.ts";

/** The SQL console, by who says it. */
export const sqlConsole = { session, schema, questions, files, result } as const;
