import { describe, expect, it } from "vitest";
import { isEmpty, parseFilter, withFilter } from "../../src/shared/filter.ts";

describe("the filter in the address of a page", () => {
  it("names segments and months, and is read back as it was written", () => {
    const filter = {
      segments: { tier: "small", region: "Asia & Pacific" },
      period: { from: "2024-01-01", to: "2025-06-01" },
    };
    const search = withFilter("", filter);
    expect(search).toBe("?tier=small&region=Asia+%26+Pacific&from=2024-01&to=2025-06");
    expect(parseFilter(search)).toEqual(filter);
  });

  it("leaves what else the address says", () => {
    const search = "?draft=6000_500&tier=small";
    expect(withFilter(search, { segments: { fit: "target" }, period: {} })).toBe(
      "?draft=6000_500&fit=target",
    );
    expect(withFilter(search, { segments: {}, period: {} })).toBe("?draft=6000_500");
  });

  it("takes no month that is none, and no dimension that it does not know", () => {
    const filter = parseFilter("?from=2024-13&to=soon&colour=blue&tier=");
    expect(isEmpty(filter)).toBe(true);
    expect(withFilter("", filter)).toBe("");
  });
});
