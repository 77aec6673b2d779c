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
