import { describe, expect, it } from "vitest";
import { decodeQuery, encodeQuery } from "../../../../src/client/console/links/query-link.ts";

describe("a link that holds a query", () => {
  it("gives the same text again, whatever signs it has", async () => {
    for (const sql of [
      "select 1",
      "",
      "-- ü €\nselect '\u{1f600}' as \"a b\"",
      "x".repeat(50_000),
    ]) {
      const hash = await encodeQuery(sql);
      expect(hash).toMatch(/^#q=[\w-]*$/);
      expect(await decodeQuery(hash)).toBe(sql);
    }
  });

  it("reads what another program deflated", async () => {
    // Python: base64.urlsafe_b64encode(zlib.compress(b"select 42 as answer", 9, wbits=-15))
    expect(await decodeQuery("#q=K07NSU0uUTAxUkgsVkjMKy5PLQIA")).toBe("select 42 as answer");
  });

  it("is refused where it was cut off, is no text, or would unpack without end", async () => {
    const hash = await encodeQuery("select a, b, c from somewhere where something");
    await expect(decodeQuery(hash.slice(0, -9))).rejects.toThrow("the link is not whole");
    await expect(decodeQuery("#q=%%%")).rejects.toThrow("the link is not whole");
    await expect(decodeQuery(await encodeQuery("x".repeat(2_100_000)))).rejects.toThrow();
  });
});
