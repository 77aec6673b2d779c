import { describe, expect, it } from "vitest";
import {
  freeTitle,
  limits,
  parseTabs,
  withoutTab,
  withTab,
  withText,
} from "../../../../src/client/console/tabs/open-tabs.ts";

const tab = (id: string, sql = `select '${id}'`) => ({ id, title: id, sql });
const two = { tabs: [tab("a"), tab("b")], shown: "b" };

describe("the console's tabs", () => {
  it("take one more at the end and show it", () => {
    expect(withTab(two, tab("c"))).toEqual({ tabs: [...two.tabs, tab("c")], shown: "c" });
  });

  it("show the tab that has the query already", () => {
    expect(withTab(two, tab("c", " select 'a'\n"))).toEqual({ tabs: two.tabs, shown: "a" });
  });

  it("put a query in the place of an empty tab", () => {
    expect(withTab({ tabs: [tab("a", " ")], shown: "a" }, tab("b"))).toEqual({
      tabs: [tab("b")],
      shown: "b",
    });
  });

  it("let the oldest go where there are as many as are kept", () => {
    const tabs = Array.from({ length: limits.tabs }, (_, place) => tab(`t${place}`));
    const { tabs: left } = withTab({ tabs, shown: "t0" }, tab("new"));
    expect(left).toHaveLength(limits.tabs);
    expect(left[0]?.id).toBe("t1");
  });

  it("show the neighbour of one that is closed, and an empty one in the place of the last", () => {
    expect(withoutTab(two, "b", tab("e", ""))).toEqual({ tabs: [tab("a")], shown: "a" });
    expect(withoutTab({ ...two, shown: "b" }, "a", tab("e", ""))).toEqual({
      tabs: [tab("b")],
      shown: "b",
    });
    expect(withoutTab({ tabs: [tab("a")], shown: "a" }, "a", tab("e", ""))).toEqual({
      tabs: [tab("e", "")],
      shown: "e",
    });
  });

  it("keep what is typed in the one that is shown", () => {
    expect(withText(two, "select 2").tabs.map(({ sql }) => sql)).toEqual([
      "select 'a'",
      "select 2",
    ]);
  });

  it("are numbered by the first free number", () => {
    const titleOf = (number: number) => `Query ${number}`;
    const taken = [
      { ...tab("a"), title: "Query 1" },
      { ...tab("b"), title: "Query 3" },
    ];
    expect(freeTitle(taken, titleOf)).toBe("Query 2");
  });

  it("come back from what was kept, but for what is no tab or too long", () => {
    const long = tab("l", "x".repeat(limits.characters + 1));
    expect(parseTabs({ tabs: [tab("a"), { id: 1 }, null, long], shown: "gone" })).toEqual({
      tabs: [tab("a")],
      shown: "a",
    });
    for (const nothing of [null, [], "x", { tabs: [] }, { tabs: "a" }]) {
      expect(parseTabs(nothing)).toBeUndefined();
    }
  });
});
