import type { Problem } from "../contracts/index.ts";

/** A problem before it is known which dataset and file it belongs to. */
export type Fault = Omit<Problem, "severity" | "dataset" | "file">;

/** Ends the reading of one file; becomes a problem of that file, not the end of the build. */
export class UnreadableFile extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(`${fault.check}: ${fault.value ?? ""}; expected ${fault.expected}`, options);
    this.fault = fault;
  }
}

/** What the system says of the file itself is its problem; anything else ends the build. */
export function faultOf(error: unknown, path: string): Fault {
  if (error instanceof UnreadableFile) return error.fault;
  const { path: at, syscall } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || (at !== path && syscall !== "read")) throw error;
  const remedy = "check the file and the right to read it";
  return { check: "unreadable_file", value: error.message, expected: "a readable file", remedy };
}
