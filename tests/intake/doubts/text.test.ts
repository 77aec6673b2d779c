import { describe, expect, it } from "vitest";
import { readAccounts } from "../reading.ts";

const namesOf = (...names: string[]) =>
  `account_id,name\n${names.map((name, index) => `A${index},${name}\n`).join("")}`;

describe("text that was garbled before it came into the file", () => {
  it("is told with its place and what it seems to have been, and read all the same", async () => {
    const read = await readAccounts(namesOf("Acme", "MÃ¼ller", "SociÃ©tÃ©"));
    expect(read.messages).toEqual([
      'accounts.csv row 3, name: "MÃ¼ller" is no text as people write it; its letters were garbled before; expected "Müller", it seems; 2 different cells of the column look so; export again from the source, and save as CSV UTF-8 only once',
    ]);
    expect(read.problems[0]?.severity).toBe("warning");
    expect(read.tables[0]?.accepted).toBe(3);
  });

  // Bytes of the UTF-8 text, each read as Windows-1252: e2 80 99, d0 9e d1 82, e4 b8 ad e5 9b bd.
  it.each([
    ["Oâ€™Brien", "O’Brien"],
    ["ÐžÑ‚", "От"],
    ["ä¸­å›½", "中国"],
    ["Ã–l", "Öl"],
  ])("%s was %s", async (garbled, meant) => {
    const [message] = (await readAccounts(namesOf(garbled))).messages;
    expect(message).toContain(`expected "${meant}", it seems`);
  });

  it("is told where letters are lost for good", async () => {
    const [message] = (await readAccounts(namesOf("M\ufffdller"))).messages;
    expect(message).toContain("expected the letters that were there;");
  });

  it.each([
    "Müller",
    "São João",
    "SÃO PAULO",
    "AÇÃO & IRMÃOS",
    "“CAFÉ”",
    "L’Été – 25 °C",
    "Ångström",
    "От",
    "中国",
    "naïve…",
    "Ïle d’Âge",
  ])("is not %s", async (name) => {
    expect((await readAccounts(namesOf(name))).messages).toEqual([]);
  });
});
