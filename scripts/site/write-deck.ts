/**
 * The board deck of a build, in a process of its own beside the drawing of the pages: report file and
 * deck file -> board-deck.pptx.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dimColours, longTitles, planDeck, slidesOf, writeDeck } from "../../src/deck/index.ts";
import { loadConfiguration } from "../../src/pipeline/index.ts";
import type { Report } from "../../src/report.ts";
import { deckName } from "../../src/shared/files.ts";
import { formatSeconds } from "./seconds.ts";

const [config = "", workDirectory = ""] = process.argv.slice(2);

try {
  const started = performance.now();
  const { deck } = await loadConfiguration(config);
  const report = JSON.parse(await readFile(join(workDirectory, "report.json"), "utf8")) as Report;
  const plan = planDeck(report, deck);
  const file = await writeDeck(plan);
  await writeFile(join(workDirectory, deckName), new Uint8Array(await file.arrayBuffer()));
  const seconds = formatSeconds((performance.now() - started) / 1000);
  console.log(`  deck     ${seconds}, ${slidesOf(plan).length} slides`);
  for (const told of remarksOn(plan)) console.log(`           ${told}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** What whoever wrote the deck file will want to mend. */
function remarksOn(plan: ReturnType<typeof planDeck>): string[] {
  return [
    ...plan.left.map((reason) => `left out: ${reason}`),
    ...longTitles(plan).map(({ title, fits }) => {
      const start = JSON.stringify(`${title.slice(0, 40)}…`);
      return `title ${start} has ${title.length} characters, of which a slide holds ${fits}; shorten it in the deck file`;
    }),
    ...dimColours(plan.template).map(
      ({ role, colour, paper, has, least }) =>
        `template.colours.${role} ${colour} on ${paper} has a contrast of ${has.toFixed(1)}, too little to read; choose one of ${least} or more`,
    ),
  ];
}
