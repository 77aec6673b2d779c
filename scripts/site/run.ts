import { type Options, parseOptions } from "./options.ts";

/** Runs a command of the project: exit 1 where it says false or throws; a mistake prints no stack. */
export function run(command: (options: Options) => Promise<boolean>): Promise<void> {
  return runWith(parseOptions, command);
}

/** The same for a command with options of its own. */
export async function runWith<O>(
  parse: (argv: readonly string[]) => O,
  command: (options: O) => Promise<boolean>,
): Promise<void> {
  try {
    if (!(await command(parse(process.argv.slice(2))))) process.exitCode = 1;
  } catch (error) {
    console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
