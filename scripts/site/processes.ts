import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { type Options, projectRoot } from "./options.ts";

/** File in the folder of the work: what was measured, for whoever does not draw it. */
export const summaryName = "summary.json";

/** Collects young garbage sooner: 100 MB less at 2 million rows, for no time that could be measured. */
const memoryFlags = ["--max-semi-space-size=8"];
const leanFlags = ["--optimize-for-size", "--max-semi-space-size=2"];

/**
 * Fresh memory of the engine and of its C library is filled on Linux. DuckDB 1.4.3 writes blocks of
 * a database whole, with whatever their unused ends and the places of nulls held before: bytes that
 * differ from run to run, and that could be a name which the publish policy keeps back. Filling costs
 * measuring 1.4 s, so that only the process that writes the database does. It runs beside the bundler,
 * and gives back at once what it has sorted in.
 */
export const cleanMemory = {
  DUCKDB_JE_MALLOC_CONF: "zero:true,dirty_decay_ms:0,muzzy_decay_ms:0",
  MALLOC_PERTURB_: "1",
};

/** Reading gives back what it took for the largest file before much more is measured: 40 MB. */
const promptMemory = { DUCKDB_JE_MALLOC_CONF: "dirty_decay_ms:300,muzzy_decay_ms:0" };

/** Our code as it was compiled last: 0.3 s and 25 MB less for each process. */
const compiledCode = {
  NODE_COMPILE_CACHE: join(projectRoot, "node_modules/.cache/hourglass-code"),
};

const deathRemedy =
  "the machine may be short of memory, or the engine failed; build again, and report it if it stays";

/**
 * Reads, checks and (in a build) measures in a process of its own, whose memory is gone afterwards.
 *
 * @param mode `{ present }` freezes the numbers under that name
 * @param onMeasured Called when all is measured and only has to be put down.
 * @returns whether the data was taken; its refusal is printed by that process
 * @throws where the process did not end by itself
 */
export async function readData(
  mode: "build" | "check" | { present: string },
  { config, cache }: Pick<Options, "config" | "cache">,
  workDirectory: string,
  onMeasured?: () => void,
): Promise<boolean> {
  const own = typeof mode === "string" ? [mode] : ["present"];
  const name = typeof mode === "string" ? [] : [mode.present];
  const args = [...own, config, workDirectory, cache ?? "", ...name];
  const command = [...memoryFlags, scriptOf("read-data.ts"), ...args];
  const child = startNode(command, promptMemory);
  if (onMeasured) child.once("message", onMeasured);
  return (await endOf(child, "reading and measuring")) === 0;
}

/** A process that has loaded its code, and waits. */
export interface Publisher {
  /** @throws where the database could not be written; the reason is printed by that process */
  publish(): Promise<void>;
  /** Ends a process that was not asked to publish. */
  end(): void;
}

/** Writes the published database and what is told of it, from what `readData` left in the folder. */
export function startPublisher(
  { config }: Pick<Options, "config">,
  workDirectory: string,
): Publisher {
  const work = "writing the published database";
  const command = [...leanFlags, scriptOf("publish-data.ts"), config, workDirectory];
  const child = startNode(command, cleanMemory);
  const ended = endOf(child, work);
  // Told by whoever waits for it; until then a failure is not unhandled.
  ended.catch(() => undefined);
  return {
    publish: async () => {
      if (child.connected) child.send("publish");
      const code = await ended;
      if (code !== 0) {
        throw new Error(`${work} failed with exit code ${code}; see the message above`);
      }
    },
    end: () => child.kill(),
  };
}

/**
 * Writes the board deck from what `readData` left in the folder, in a process of its own: it takes
 * the time of drawing the pages, beside them.
 *
 * @throws where it could not be written; the reason is printed by that process
 */
export async function writeDeck(
  { config }: Pick<Options, "config">,
  workDirectory: string,
): Promise<void> {
  const work = "writing the board deck";
  const child = startNode([...memoryFlags, scriptOf("write-deck.ts"), config, workDirectory], {});
  // The pages take longer, and go first where a machine has no core to spare.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const code = await endOf(child, work);
  if (code !== 0) throw new Error(`${work} failed with exit code ${code}; see the message above`);
}

function scriptOf(name: string): string {
  return join(import.meta.dirname, name);
}

function startNode(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, command, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...compiledCode, ...env },
  });
}

function endOf(child: ChildProcess, work: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal === null) resolve(code);
      else reject(new Error(`${work} ended by ${signal}; ${deathRemedy}`));
    });
  });
}
