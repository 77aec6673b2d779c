import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/intake/text/decode.ts";
import { UnreadableFile } from "../../src/intake/unreadable.ts";
import { encodeLegacy } from "./legacy-bytes.ts";
import { readAccounts } from "./reading.ts";

const table = (names: readonly string[]) =>
  `account_id,name\n${names.map((name, index) => `A${index},"${name}"\n`).join("")}`;

/** What was made of a file whose encoding nobody declares. */
async function readNames(bytes: Uint8Array, source: object = {}) {
  const read = await readAccounts(bytes, source);
  const [file] = read.files;
  return {
    names: read.rows("accounts").map((row) => row[3]),
    encoding: `${file?.encoding}${file?.isEncodingDetected ? ", detected" : ""}`,
    messages: read.messages,
  };
}

const western: [string, string[]][] = [
  ["German", ["Müller & Söhne", "Straße 5", "ÖBB", "GRÜN GmbH", "Preis: 5 €"]],
  ["French", ["Société Générale", "Crédit à l’œuvre", "Créées en été", "« Oui »", "ÉCOLE"]],
  ["Spanish", ["Peña Nieto S.A.", "¿Qué tal? ¡Olé!", "Nº 5", "Martínez"]],
  ["Portuguese", ["São João", "Ações e opiniões", "Maçã"]],
  ["Danish", ["Mærsk", "Ørsted", "Smørrebrød på Åboulevarden"]],
  ["English", ["Don’t know", "“Great”, they said…", "slow — but good", "£5 or 20°", "Café"]],
];

describe("an encoding that nobody declares", () => {
  it.each([
    // As Python's euc_kr and euc_jp encode them.
    ["Korean, 삼성전자", "bbefbcbac0fcc0da"],
    ["Korean, 현대자동차", "c7f6b4ebc0dab5bfc2f7"],
    ["Korean, 한국물산 주식회사", "c7d1b1b9b9b0bbea20c1d6bdc4c8b8bbe7"],
    ["Japanese, 日本電気株式会社", "c6fccbdcc5c5b5a4b3f4bcb0b2f1bcd2"],
    ["Japanese, 京都精密機械", "b5fec5d4c0bacca9b5a1b3a3"],
    ["Japanese, 山田太郎", "bbb3c5c4c2c0cfba"],
  ])("of a few words is asked for, not taken for Chinese: %s", async (_, hex) => {
    const head = Buffer.from("account_id,name\nA1,");
    const read = await readNames(Buffer.concat([head, Buffer.from(hex, "hex"), Buffer.from("\n")]));
    expect(read.names).toEqual([]);
    expect(read.messages).toEqual([expect.stringMatching(/declare encoding/)]);
  });

  it.each([1_000, 1_001, 1_002, 1_003, 70_001])(
    "UTF-8 is read whole where pieces of %i bytes cut its characters, far down too",
    async (size) => {
      const text = "A1,Zoë\n".concat("é€😀,x\n".repeat(20_000));
      const bytes = Buffer.from(text);
      async function* pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const decoded = await decodeText(pieces(), undefined);
      let read = "";
      for await (const piece of decoded.text) read += piece;
      expect(read === text).toBe(true);
      expect(decoded).toMatchObject({ encoding: "utf-8", isDetected: false });
    },
  );

  it.each(western)("%s in Windows-1252 is detected", async (_, names) => {
    const read = await readNames(encodeLegacy(table(names), "windows-1252"));
    expect(read).toEqual({ names, encoding: "windows-1252, detected", messages: [] });
  });

  it.each([
    [["北京科技有限公司", "上海贸易公司"]],
    [["中国石化", "客户,满意（很好）！", "Acme 上海"]],
  ])("Chinese in GB18030 is detected: %s", async (names) => {
    const read = await readNames(encodeLegacy(table(names), "gb18030"));
    expect(read).toEqual({ names, encoding: "gb18030, detected", messages: [] });
  });

  it.each([
    ["utf-16le", (text: string) => Buffer.from(text, "utf16le")],
    ["utf-16be", (text: string) => Buffer.from(text, "utf16le").swap16()],
  ])("%s without a byte order mark is detected", async (encoding, encode) => {
    const names = ["Müller", "中国 😀"];
    const read = await readNames(encode(table(names)));
    expect(read).toEqual({ names, encoding: `${encoding}, detected`, messages: [] });
  });

  it.each([
    ["capitals", ["SOCIÉTÉ GÉNÉRALE", "MÜNCHEN", "GARÇON", "ÎLE-DE-FRANCE", "SÃO PAULO", "ÆRØ"]],
    ["Š and Ž", ["Škoda Žižkov", "Tomáš", "ŽIŽKOV", "Šiauliai", "Müller"]],
    ["Š beside French", ["Škoda", "Crème à la carte"]],
    ["one word alone", ["Škoda"]],
    ["signs within words", ["Rock’n’Roll", "Col·legi d’Enginyers", "30°C"]],
  ])("Windows-1252 with %s is detected", async (_, names) => {
    for (const made of [table(names), table(names).replaceAll(",", ";"), names.join("\r\n")]) {
      const text = made.startsWith("account_id") ? made : `account_id,name\r\n1,${names[0]}\r\n`;
      const read = await readNames(encodeLegacy(text, "windows-1252"));
      expect(read).toMatchObject({ encoding: "windows-1252, detected", messages: [] });
    }
  });

  it("is UTF-8 where the bytes are, which is no guess", async () => {
    const read = await readNames(Buffer.from(table(["Müller", "中国"])));
    expect(read.encoding).toBe("utf-8");
  });

  it("shows only far down the file, and is detected there", async () => {
    const names = [...Array.from({ length: 40_000 }, () => "Acme"), "Müller"];
    const read = await readNames(encodeLegacy(table(names), "windows-1252"));
    expect(read.encoding).toBe("windows-1252, detected");
    expect(read.names.at(-1)).toBe("Müller");
  });

  const others: [string, string, string[]][] = [
    ["Polish", "windows-1250", ["Łódź", "Wąska", "Pięć spółek"]],
    ["Czech", "windows-1250", ["Dvořák", "Český Krumlov"]],
    ["Czech with letters of both", "windows-1250", ["Škoda", "Kučera"]],
    ["Polish", "windows-1250", ["Łódź"]],
    ["Hungarian", "windows-1250", ["Erdős", "Szűrő"]],
    ["Romanian", "windows-1250", ["Mureş", "Braşov", "Bacău"]],
    ["Russian", "windows-1251", ["Газпром", "Москва"]],
    ["Russian", "koi8-r", ["Газпром", "Москва", "Северсталь", "Лукойл"]],
    ["Greek", "windows-1253", ["Αθήνα"]],
    ["Turkish", "windows-1254", ["Yıldız", "Şeker"]],
    ["Korean", "euc-kr", ["삼성전자 주식회사", "현대자동차", "서울특별시 강남구"]],
    ["Japanese", "shift_jis", ["トヨタ自動車", "株式会社"]],
    ["Japanese", "euc-jp", ["トヨタ自動車", "ひらがな"]],
    ["Traditional Chinese", "big5", ["台灣積體電路製造", "聯發科技股份有限公司"]],
    ["German of an old Mac", "macintosh", ["Müller", "Straße", "Größe"]],
    ["German of an old Mac", "macintosh", ["Müller"]],
    ["German of an old Mac", "macintosh", ["Köln"]],
  ];

  it.each(others)(
    "%s in %s is refused, never read as something else",
    async (_, encoding, names) => {
      const read = await readNames(encodeLegacy(table(names), encoding));
      expect(read.names).toEqual([]);
      expect(read.messages).toEqual([expect.stringMatching(/^accounts\.csv: not UTF-8 at byte /)]);
    },
  );

  it("UTF-8 with a byte that broke is refused, not taken for another encoding", async () => {
    const bytes = Buffer.from(table(["Müller", "Société", "中国"]));
    for (let at = 0; at < bytes.length; at++) {
      if ((bytes[at] ?? 0) < 0x80) continue;
      const broken = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      const read = await readNames(broken);
      expect(read.names).toEqual([]);
      expect(read.messages).toHaveLength(1);
    }
  });

  it("that the rest of the file does not bear out is refused, with the word", async () => {
    const names = ["Müller", ...Array.from({ length: 20_000 }, () => "Acme"), "Dvo\u00f8\u00e1k"];
    const read = await readNames(encodeLegacy(table(names), "windows-1252"));
    expect(read.names).toEqual([]);
    expect(read.messages).toEqual([
      'accounts.csv: not UTF-8 at byte 22, and "Dvoøák" is no likely word of windows-1252; expected UTF-8 throughout, or a declared encoding; save the file as CSV UTF-8; or, where its text is western European or Chinese, declare encoding: "windows-1252" or "gb18030", and look at the names it then gives',
    ]);
  });

  it("is GB18030 until a byte that it does not have", async () => {
    const names = ["北京科技有限公司", ...Array.from({ length: 20_000 }, () => "中国")];
    const bytes = encodeLegacy(table(names), "gb18030");
    const read = await readNames(Buffer.concat([bytes, Buffer.from([0x41, 0xff, 0x0a])]));
    expect(read.names).toEqual([]);
    expect(read.messages).toEqual([expect.stringMatching(/^accounts\.csv: not gb18030 between /)]);
    const western = await readNames(
      Buffer.concat([bytes, encodeLegacy("Ap,Müller,Ünal\n".repeat(20_000), "windows-1252")]),
    );
    expect(western.names).toEqual([]);
    expect(western.messages).toHaveLength(1);
  });
});

describe("whatever the bytes, an encoding that nobody declares is found right or refused", () => {
  const letters = {
    "windows-1252": `${"aeiournst ".repeat(12)}éèüöäßçñãõåøæœ€£’“”«»°–¿ÉÜÑÅ.,`.split(""),
    gb18030: "abc.,。，（）中国公司有限北京上海客户喆昇堃".split(""),
  };

  it.each(Object.entries(letters))("%s", async (encoding, signs) => {
    const cell = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 12 });
    const lines = fc.array(cell, { minLength: 1, maxLength: 6 });
    let detected = 0;
    await fc.assert(
      fc.asyncProperty(lines, async (cells) => {
        const text = cells.join("\n");
        const bytes = encodeLegacy(text, encoding);
        // One or two characters may be anything: nobody could tell them from UTF-8 or Windows-1252.
        fc.pre(!isUtf8(bytes) && text.replaceAll(/[\0-\x7f]/g, "").length > 3);
        try {
          const decoded = await decodeText(pieces(bytes), undefined);
          let read = "";
          for await (const piece of decoded.text) read += piece;
          expect(read).toBe(text);
          if (decoded.isDetected) detected += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(detected).toBeGreaterThan(10);
  });
});

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 5) yield bytes.subarray(at, at + 5);
}

describe("a declared encoding", () => {
  it("Windows-1252 is taken at its word, but for bytes it does not have", async () => {
    const declared = { encoding: "windows-1252" };
    const names = ["Dvo\u00f8\u00e1k", "Žižek", "Nový"];
    const read = await readNames(encodeLegacy(table(names), "windows-1252"), declared);
    expect(read).toEqual({ names, encoding: "windows-1252", messages: [] });
    const odd = await readNames(Buffer.from("account_id,name\n1,M\x81ller\n", "latin1"), declared);
    expect(odd.names).toEqual([]);
    expect(odd.messages).toEqual([expect.stringContaining("not windows-1252 at byte 20 (\\x81);")]);
  });

  it("UTF-16 that ends in half a character is refused", async () => {
    const bytes = Buffer.from(`\ufeff${table(["Acme"])}`, "utf16le").subarray(0, -1);
    const read = await readNames(bytes);
    expect(read.messages).toEqual([
      "accounts.csv: not utf-16le at its end; expected utf-16le throughout, as its byte order mark says; declare the encoding the file has, or save it as UTF-8 and declare none",
    ]);
  });
});
