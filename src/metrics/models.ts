import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Model } from "../shared/models.ts";

export { inOrder, type Model, referencesOf } from "../shared/models.ts";

const folders = ["staging", "marts"];

/** Every .sql file under staging and marts, subfolders too, ordered by name. */
export function readModels(): Model[] {
  const models = folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(`./${folder}`, import.meta.url));
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".sql"))
      .map((file) => ({
        name: basename(file, ".sql"),
        sql: readFileSync(join(path, file), "utf8"),
      }));
  });
  return models.sort((a, b) => (a.name < b.name ? -1 : 1));
}
