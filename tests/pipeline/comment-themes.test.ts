import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DashboardInput } from "../../src/contracts/index.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";
import { buildCompany } from "./company.ts";

const accounts = "account_id,name\nA1,Acme\n";
const contracts = "contract_id,account_id,starts_on,mrr\nC1,A1,2023-01-01,100\n";

interface Asked {
  comments: readonly string[];
  /** Cells of the column of themes; none where the file has no such column. */
  given?: readonly string[];
  themes?: NonNullable<DashboardInput["nps"]>["themes"];
  publish?: DashboardInput["publish"];
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** What the published database has of answers with these comments, in their order. */
async function publishedOf({ comments, given, themes, publish }: Asked) {
  const rows = comments.map((comment, index) =>
    [`S${index + 1}`, "A1", "2024-02-01", index, quoted(comment), given?.[index] ?? ""].join(","),
  );
  const header = `response_id,account_id,answered_on,score,comment,${given ? "themes" : "not_used"}`;
  const outcome = await buildCompany({
    files: {
      "accounts.csv": accounts,
      "contracts.csv": contracts,
      "surveys.csv": [header, ...rows, ""].join("\n"),
    },
    datasets: { surveys: "surveys.csv" },
    settings: { as_of: "2024-06-30", nps: { themes }, publish },
  });
  const path = join(outcome.directory, "work/hourglass.duckdb");
  const warehouse = await openWarehouse({ path, memoryLimit: "1GB" });
  try {
    const answers = await warehouse.rows<{ themes: string | null; comment: string | null }>(
      "select themes, comment from surveys order by score",
    );
    const counted = await warehouse.rows<{ theme: string; comments: number }>(
      "select theme, comments from nps_themes order by theme",
    );
    const sql = await warehouse.rows<{ name: string; sql: string }>(
      "select name, sql from catalogue where name in ('nps_themes', 'nps_comments') order by name",
    );
    const again = await warehouse.rows(
      `select theme, comments from (${sql[1]?.sql}) order by theme`,
    );
    expect(again).toEqual(counted);
    const quotations = await warehouse.rows("select theme, comment from nps_comments order by all");
    return { outcome, answers, themes: answers.map((row) => row.themes), counted, quotations };
  } finally {
    warehouse.close();
  }
}

describe("themes of comments", () => {
  it("are found as whole words in any case, with any blanks between two, several in one comment", async () => {
    const { themes } = await publishedOf({
      comments: [
        "Too expensive.",
        "The PRICE: fine. Support answers, every time",
        "priceless, unsupported",
        "too\n  expensive!",
        "price_list",
        "Our 2nd price",
      ],
      themes: { price: ["price", "too expensive"], support: ["support"] },
    });
    expect(themes).toEqual(["price", "price; support", "none", "price", "none", "price"]);
  });

  it("are found anywhere in scripts without blanks between words, and with accents in any form", async () => {
    const { themes } = await publishedOf({
      comments: [
        "价格太贵了",
        "고객지원이 좋아요",
        "Très che\u0301r",
        "CHÈRE équipe",
        "Größe",
        "हिन्दी",
      ],
      themes: {
        价格: ["太贵"],
        지원: ["지원"],
        cher: ["chér"],
        team: ["équipe"],
        x: ["gr", "हिन"],
      },
    });
    expect(themes).toEqual(["价格", "지원", "cher", "team", "none", "none"]);
  });

  it("take every sign of a keyword as it is", async () => {
    const { themes } = await publishedOf({
      comments: ["it's C++ (beta)", "cxx", "100%", "a.b", "axb", "o'clock"],
      themes: { c: ["c++ (beta)"], all: ["100%"], dot: ["a.b"], "o'clock": ["o'clock"] },
    });
    expect(themes).toEqual(["c", "none", "all", "dot", "none", "o'clock"]);
  });

  it("are those of the file where it names some, and nothing where there is no comment", async () => {
    const { themes, counted } = await publishedOf({
      comments: ["price", "price", ""],
      given: ["billing", "", ""],
      themes: { price: ["price"] },
    });
    expect(themes).toEqual(["billing", "price", null]);
    expect(counted).toEqual([
      { theme: "billing", comments: 1 },
      { theme: "price", comments: 1 },
    ]);
  });

  it("are counted while comments stay private, and quoted where they are published", async () => {
    const asked = { comments: ["Price <b>too</b> high", "nothing"], themes: { price: ["price"] } };
    const hidden = await publishedOf(asked);
    expect(hidden.answers.map(({ comment }) => comment)).toEqual([null, null]);
    expect(hidden.counted).toEqual([
      { theme: "none", comments: 1 },
      { theme: "price", comments: 1 },
    ]);
    expect(hidden.quotations).toEqual([]);
    const shown = await publishedOf({
      ...asked,
      publish: { private_columns: ["surveys.comment"] },
    });
    expect(shown.counted).toEqual(hidden.counted);
    expect(shown.quotations).toEqual([
      { theme: "none", comment: "nothing" },
      { theme: "price", comment: "Price <b>too</b> high" },
    ]);
  });

  it("are none where the configuration has none", async () => {
    const { themes, counted } = await publishedOf({ comments: ["price"] });
    expect([themes, counted]).toEqual([[null], []]);
  });
});
