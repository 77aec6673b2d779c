import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Deck } from "../contracts/index.ts";
import { formatsOf } from "../figures/index.ts";
import type { Hooks, Reading } from "../pipeline/index.ts";
import type { MeasuredReport } from "../report.ts";
import { definitionsOf } from "./definitions/definitions.ts";
import { presentedFigures, slidesOf } from "./figures.ts";
import { checkFree, inDraft, writeDeck } from "./folder/write.ts";
import { numbersOf } from "./numbers.ts";
import { type PresentedInput, presentedFolder, slugOf } from "./presented.ts";
import { publicName } from "./restate.ts";
import { freezeRows } from "./rows/freeze.ts";
import { wordsOf } from "./words.ts";

export interface Presenting {
  name: string;
  /** The deck file, or the default. */
  deck: Pick<Deck, "slides">;
  /** Folder of the configuration. */
  directory: string;
  /** Version of Hourglass. */
  version: string;
}

export interface Presented {
  folder: string;
  asOf: string;
  numbers: number;
}

/**
 * Freezes the numbers of the deck, what they follow from and the rows they stand on, while the data
 * is read and measured.
 *
 * @param build reads and measures, and tells whether the data was taken
 * @returns undefined where the data was refused; nothing is left behind then
 * @throws where the name is taken, or has no letter
 */
export async function presentDeck(
  { name, deck, directory, version }: Presenting,
  build: (hooks: Hooks) => Promise<boolean>,
): Promise<Presented | undefined> {
  const slug = slugOf(name);
  const folder = join(directory, presentedFolder, slug);
  checkFree(folder, name);
  await mkdir(join(directory, presentedFolder), { recursive: true });
  return inDraft(folder, async (draft) => {
    let report: MeasuredReport | undefined;
    const isTaken = await build({
      onTaken: async (warehouse, { files }) => {
        await freezeRows(warehouse, files.map(named), draft);
      },
      onMeasured: async (_warehouse, measured) => {
        report = measured;
      },
    });
    if (!(isTaken && report)) return undefined;
    const slides = slidesOf(deck);
    const figures = presentedFigures(report, slides);
    const numbers = numbersOf(figures, formatsOf(report));
    await writeDeck(draft, folder, {
      name,
      slug,
      asOf: report.asOf.day,
      asOfSource: report.asOf.source,
      input: report.inputHash,
      hourglass: version,
      slides,
      words: wordsOf(deck, figures),
      numbers,
      definitions: definitionsOf(report, figures, version),
      inputs: inputsOf(report.files),
    });
    return { folder, asOf: report.asOf.day, numbers: numbers.length };
  });
}

/** Files by the names that may leave the machine. */
export function inputsOf(files: Reading["files"]): PresentedInput[] {
  return files.map(({ file, dataset, sha256, bytes, rows, accepted, setAside }) => ({
    file: publicName(file),
    dataset,
    sha256,
    bytes,
    rows,
    accepted,
    setAside,
  }));
}

export const named = ({ id, file }: Reading["files"][number]) => ({ id, file: publicName(file) });
