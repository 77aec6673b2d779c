import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Company, newCompany } from "./company.ts";

const presented = new Company();

beforeAll(() => presented.present("Q2 board"));

afterAll(() => presented.end());

/** A company with the presented deck, after something was done to its folder. */
async function refusal(change: (folder: string) => void): Promise<string> {
  const company = newCompany();
  company.takeDecks(presented.directory);
  change(join(company.directory, "presented/q2-board"));
  const error = await company.compare().catch((cause: unknown) => cause);
  return error instanceof Error ? error.message.replaceAll(company.directory, "DIR") : "none";
}

const remedy =
  "bring the folder back from a backup, or move it out of presented/ to build without it";

describe("a presented deck that is not whole", () => {
  it("is refused where a file of it was changed", async () => {
    const message = await refusal((folder) => appendFileSync(join(folder, "numbers.csv"), "x\n"));
    expect(message).toMatch(
      /^the presented deck DIR\/presented\/q2-board cannot be compared: numbers\.csv has SHA-256 [0-9a-f]{12}, deck\.json says [0-9a-f]{12}; /,
    );
    expect(message).toContain(remedy);
  });

  it("is refused where a file of it is gone", async () => {
    const message = await refusal((folder) => rmSync(join(folder, "rows/contracts.csv.gz")));
    expect(message).toContain("cannot be compared: rows/contracts.csv.gz is missing; ");
  });

  it("is refused where its deck.json is gone, empty or of another form", async () => {
    const change = (content: string | undefined) => (folder: string) =>
      content === undefined
        ? rmSync(join(folder, "deck.json"))
        : writeFileSync(join(folder, "deck.json"), content);
    expect(await refusal(change(undefined))).toContain("deck.json is missing; ");
    expect(await refusal(change(""))).toContain("deck.json is not valid JSON; ");
    expect(await refusal(change('{"form": 1}'))).toContain("deck.json does not name numbers.csv; ");
    expect(await refusal(change('{"form": 9}'))).toMatch(
      /^DIR\/presented\/q2-board\/deck\.json is of form 9, expected 1; build with the version/,
    );
  });
});

describe("the name of a deck", () => {
  it("is refused where it is taken, before anything is read", async () => {
    const error = await presented.present("q2  BOARD").catch((cause: unknown) => cause);
    expect(String(error)).toMatch(
      /--name "q2 {2}BOARD" is taken: .*q2-board is there; give another name, or move that folder away$/,
    );
  });

  it("is refused where it has no letter", async () => {
    const error = await newCompany()
      .present("?!")
      .catch((cause: unknown) => cause);
    expect(String(error)).toContain('--name "?!" has no letter or digit; give a name such as');
  });

  it("is given to no folder where the data is refused", async () => {
    const company = newCompany();
    const files = { "contracts.csv": "contract_id,account_id\nC1,A1\n" };
    expect(await company.present("Q2 board", { files })).toBeUndefined();
    expect(existsSync(join(company.directory, "presented/q2-board"))).toBe(false);
  });
});

describe("a folder without presented decks", () => {
  it("asks nothing of a build", async () => {
    const company = newCompany();
    expect(await company.compare()).toEqual([]);
    mkdirSync(join(company.directory, "presented/.draft-1"), { recursive: true });
    expect(await company.compare()).toEqual([]);
  });
});

describe("the numbers of a deck", () => {
  it("are a CSV sorted by id, with the definition each follows from", () => {
    const text = readFileSync(join(presented.directory, "presented/q2-board/numbers.csv"), "utf8");
    const [header, ...rows] = text.trimEnd().split("\n");
    expect(header).toBe(
      "id,figure,row,row_printed,column,unit,value,printed,period,every,definition",
    );
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^quarters \/ 2024-04-01 \/ ARR at end,quarters,2024-04-01,2024 Q2,ARR at end,moneyFull,3600,"\$3,600",2024-04-01,quarter,[0-9a-f]{12}$/,
      ),
    );
    const ids = rows.map((row) => (row.startsWith('"') ? row.split('"')[1] : row.split(",")[0]));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
