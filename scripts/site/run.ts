import { type Options, parseOptions } from "./options.ts";

/** Runs a command of the project: exit 1 where it says false or throws; a mistake prints no stack. */
export async function run(command: (options: Options) => Promise<boolean>): Promise<void> {
  try {
    if (!(await command(parseOptions(process.argv.slice(2))))) process.exitCode = 1;
  } catch (error) {
    console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
