import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import type { Publication, ReportSummary } from "../../src/report.ts";
import { databaseName, deckName } from "../../src/shared/files.ts";
import { projectRoot } from "./options.ts";

const name = "manifest.json";

/**
 * Writes data/manifest.json into a drawn site: every file under data/ that is no page, the deck, every
 * file that was read, each with its SHA-256, bytes and rows; the tables of the database; versions;
 * the day up to which all counts, and what the publish policy kept back. No time, no path of the
 * machine: the same input gives the same manifest.
 */
export async function writeManifest(
  site: string,
  report: ReportSummary,
  publication: Publication,
): Promise<void> {
  const { version } = JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8")) as {
    version: string;
  };
  const { asOf, inputHash } = report;
  const manifest = {
    hourglass: version,
    engine: { name: "DuckDB", version: publication.engine, storage: publication.storage },
    as_of: asOf.day,
    input: inputHash,
    policy: {
      accounts: publication.accounts,
      codes_made_with_a_key: publication.isKeyed,
      published_as_codes: publication.coded,
      left_out: publication.leftOut,
      private_columns_published: publication.optedIn,
    },
    inputs: report.files.map(
      ({ file, dataset, sha256, bytes, rows, accepted, setAside, leftOut }) => ({
        file: isAbsolute(file) || file.startsWith("..") ? basename(file) : file,
        dataset,
        sha256,
        bytes,
        rows,
        rows_read: accepted,
        rows_set_aside: setAside,
        rows_left_out: leftOut,
      }),
    ),
    files: [...(await filesOf(join(site, "data"), publication)), await fileOf(site, deckName)],
    tables: publication.tables.map(({ name, kind, rows, isPublished, isView }) => ({
      name,
      kind,
      form: isPublished ? (isView ? "view" : "table") : "left out",
      rows,
    })),
  };
  await writeFile(join(site, "data", name), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function fileOf(site: string, file: string) {
  const content = await readFile(join(site, file));
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { file, sha256, bytes: content.length, rows: null };
}

async function filesOf(folder: string, { tables, bytes, sha256 }: Publication) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => {
      const name = path.slice(folder.length + 1).replaceAll("\\", "/");
      const file = `data/${name}`;
      if (name === databaseName) {
        const rows = tables.reduce((sum, table) => sum + (table.rows ?? 0), 0);
        return { file, sha256, bytes, rows };
      }
      return fileOf(join(folder, ".."), file);
    }),
  );
}
