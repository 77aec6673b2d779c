import { appendFile, mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";

const flushAt = 256 * 1024;

/** Collects lines and writes them in large pieces. */
export interface LineWriter {
  add(line: string): void;
  /** Writes when enough has come together; called often. */
  flush(): Promise<void>;
  close(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** A new file, made with the first line and beginning with the header. */
export function openLines(path: string, header = ""): LineWriter {
  let pending = "";
  let hasFile = false;
  const write = async () => {
    if (!hasFile) await mkdir(dirname(path), { recursive: true });
    await appendFile(path, hasFile ? pending : header + pending);
    hasFile = true;
    pending = "";
  };
  return {
    add(line) {
      pending += line;
    },
    flush: async () => void (pending.length >= flushAt && (await write())),
    close: async () => void (pending !== "" && (await write())),
    async discard() {
      pending = "";
      await rm(path, { force: true });
    },
  };
}
