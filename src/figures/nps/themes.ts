import { npsBreakdown } from "../../charts/index.ts";
import { say, sentence } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { rowsOf, type View } from "../view.ts";

const fewestComments = 10;
/** What the mart calls comments of no theme. */
const none = "none";

/** What is asked of each theme. */
export const themeColumns = [
  "theme",
  "wave_label",
  "all_comments",
  "comments",
  "share",
  "promoters",
  "passives",
  "detractors",
  "nps",
  "lower",
  "upper",
] as const;

/** What is asked of each comment. */
export const commentColumns = ["theme", "answered_on", "score", "comment"] as const;

/** Comments of the newest wave that has some by theme; undefined where no theme is known. */
export function themes({ report, scope, format }: View): FigureModel | undefined {
  const { nps } = say;
  const { columns } = nps;
  const asked = ask(report, "npsThemes", {
    columns: themeColumns,
    where: { ...rowsOf(scope), is_latest: true },
    order: [{ descending: "comments" }, "theme"],
  });
  const { rows } = asked;
  const [first] = rows;
  if (!first) return undefined;
  const { all_comments: comments, wave_label: wave } = first;
  const finding = findingOf(rows, format);
  const measure = nps.themesMeasure(wave);
  return {
    id: "themes",
    measure,
    finding,
    facts: nps.themesFacts(format.number(comments), comments, wave, format.day(report.asOf.day)),
    caveat: withRules(report, ["scale"], nps.themesCaveat),
    drawing: draw("themes", finding, format, (options) =>
      npsBreakdown(
        rows.map((row) => ({
          ...row,
          segment: nameOf(row.theme),
          answers: row.comments,
          isQuiet: row.theme === none,
        })),
        {
          ...options,
          greyBelow: fewestComments,
          text: {
            company: nps.company,
            answers: (count) => say.site.n(format.number(count)),
          },
        },
      ),
    ),
    table: tabulate(
      format,
      rows,
      { caption: measure, isFaint: (row) => row.comments < fewestComments },
      [
        { label: columns.theme, value: (row) => nameOf(row.theme) },
        { label: columns.comments, unit: "number", value: (row) => row.comments },
        { label: columns.share, unit: "share", value: (row) => row.share },
        { label: columns.promoters, unit: "number", value: (row) => row.promoters },
        { label: columns.passives, unit: "number", value: (row) => row.passives },
        { label: columns.detractors, unit: "number", value: (row) => row.detractors },
        { label: columns.nps, unit: "tenths", value: (row) => row.nps },
        { label: columns.lower, unit: "tenths", value: (row) => row.lower },
        { label: columns.upper, unit: "tenths", value: (row) => row.upper },
      ],
    ),
    queries: [asked],
  };
}

/** The newest comments of each theme in their own words; undefined where they are not published. */
export function comments({ report, scope, format }: View): FigureModel | undefined {
  const { nps } = say;
  const { columns } = nps;
  const asked = ask(report, "npsComments", {
    columns: commentColumns,
    where: rowsOf(scope),
    order: ["theme", "place"],
  });
  const { rows } = asked;
  const wave = report.marts.npsThemes.find(
    (row) => row.dimension === scope.dimension && row.segment === scope.segment && row.is_latest,
  )?.wave_label;
  // A comment is one customer's; the database then leaves its mart out too.
  if (report.definitions.publish.accounts === "none") return undefined;
  if (rows.length === 0 || wave === undefined) return undefined;
  const shown = new Set(rows.map(({ theme }) => theme)).size;
  const measure = nps.commentsMeasure(wave);
  return {
    id: "comments",
    measure,
    finding: nps.commentsFinding(rows.length, shown),
    facts: say.site.asOf(format.day(report.asOf.day)),
    caveat: nps.commentsCaveat,
    table: tabulate(
      format,
      rows,
      { caption: measure, isStart: (row, before) => row.theme !== before?.theme },
      [
        { label: columns.theme, value: (row) => nameOf(row.theme) },
        { label: columns.comment, value: (row) => row.comment },
        { label: columns.score, unit: "number", value: (row) => row.score },
        { label: columns.day, isWhole: true, unit: "day", value: (row) => row.answered_on },
      ],
    ),
    queries: [asked],
  };
}

const nameOf = (theme: string) => (theme === none ? say.nps.noTheme : theme);

interface Theme {
  theme: string;
  comments: number;
  all_comments: number;
  nps: number;
}

function findingOf(rows: readonly Theme[], format: PageFormats): string {
  const { nps } = say;
  const named = rows.filter(({ theme }) => theme !== none);
  const [first] = named;
  if (!first) return nps.themesNothing;
  const most = named.filter((row) => row.comments === first.comments);
  const told = nps.themesFinding(
    most.map(({ theme }) => theme),
    format.number(first.comments),
    format.number(first.all_comments),
  );
  const large = named.filter((row) => row.comments >= fewestComments);
  const lowest = Math.min(...large.map((row) => row.nps));
  const least = large.filter((row) => row.nps === lowest).map(({ theme }) => theme);
  // Where all score the same, none is the lowest.
  if (least.length === large.length) return sentence(told);
  const score = format.points(lowest);
  const isOfLarge = named.some((row) => row.nps < lowest);
  const isSame = most.length === 1 && least.length === 1 && least[0] === first.theme;
  const then = isSame
    ? nps.themesSame(score, isOfLarge)
    : nps.themesLowest(least, score, isOfLarge);
  return sentence(`${told}; ${then}`);
}
