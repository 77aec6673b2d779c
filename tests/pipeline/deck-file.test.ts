import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadDeck } from "../../src/pipeline/deck-file.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-deck-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

it("is found beside the configuration, with no install there", async () => {
  const file = `import { defineDeck } from "hourglass";
export default defineDeck({ title: "Q3", slides: ["arr"] });`;
  const deck = await loadDeck(folderWith({ "deck.ts": file }));
  expect(deck).toMatchObject({ title: "Q3", slides: ["arr"] });
});

it("can be JSON, and need not be there", async () => {
  expect(await loadDeck(folderWith({ "deck.json": `{ "slides": ["nrr-grr"] }` }))).toMatchObject({
    slides: ["nrr-grr"],
  });
  expect((await loadDeck(folderWith({}))).slides.length).toBeGreaterThan(10);
});

it("is refused with its path, what is wrong in it, and what to do", async () => {
  const wrong = folderWith({ "deck.json": `{ "slides": ["churm"] }` });
  await expect(loadDeck(wrong)).rejects.toThrow(
    `${join(wrong, "deck.json")} is not a deck:\n  slides.0: unknown figure "churm"; did you mean "churn"?`,
  );
  const empty = folderWith({ "deck.ts": "const deck = 1;" });
  await expect(loadDeck(empty)).rejects.toThrow(
    "has no default export; write `export default defineDeck({ ... })` in it",
  );
  const two = folderWith({ "deck.ts": "", "deck.json": "{}" });
  await expect(loadDeck(two)).rejects.toThrow("holds both deck.ts and deck.json; keep one of them");
});
