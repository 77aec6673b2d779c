import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Dashboard, type Deck, parseDashboard } from "../contracts/index.ts";
import { loadDeck } from "./deck-file.ts";
import { loadValue } from "./load-value.ts";

export interface Configuration {
  dashboard: Dashboard;
  /** Of the deck file beside it. */
  deck: Deck;
  /** Folder of the file: the paths inside are relative to it. */
  directory: string;
  path: string;
}

/**
 * Loads a configuration from anywhere on disk: TypeScript, JavaScript or JSON.
 * `import { defineDashboard } from "hourglass"` works in it without an install beside it.
 *
 * @throws an Error that names the file, and what is wrong with it
 */
export async function loadConfiguration(file: string): Promise<Configuration> {
  const path = resolve(file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new Error(`${path} is a folder; name the configuration in it with --config FILE`);
  }
  if (!found) {
    throw new Error(
      `no configuration at ${path}; name one with --config FILE, or draft one with npm run map -- FILE...`,
    );
  }
  const value = await loadValue(path, "defineDashboard");
  const dashboard = parseDashboard(value, file);
  const directory = dirname(path);
  return { dashboard, deck: await loadDeck(directory), directory, path };
}
