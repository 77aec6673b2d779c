import { expect, it } from "vitest";
import { charts } from "./charts.ts";
import { chartFigure, deckOf, figureWith, tableOf } from "./deck-of.ts";
import { isXml, partOf } from "./open.ts";
import type { XmlElement } from "./xml.ts";

const c = (names: string): string[] => names.split(" ").map((name) => `c:${name}`);
const a = (names: string): string[] => names.split(" ").map((name) => `a:${name}`);
const p = (names: string): string[] => names.split(" ").map((name) => `p:${name}`);

const shown = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator";
const axis =
  "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt";

/**
 * What may stand in an element, in the order of the schema: PowerPoint asks to repair a file of another
 * order. Source: ECMA-376 part 1, 5th edition, dml-chart.xsd, dml-main.xsd and pml.xsd.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  "c:chartSpace": c(
    "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
  ),
  "c:chart": c(
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
  ),
  "c:plotArea": c("layout areaChart barChart lineChart catAx dateAx valAx dTable spPr"),
  "c:areaChart": c("grouping varyColors ser dLbls dropLines axId"),
  "c:barChart": c("barDir grouping varyColors ser dLbls gapWidth overlap serLines axId"),
  "c:lineChart": c(
    "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
  ),
  "c:ser": c(
    "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth extLst",
  ),
  "c:dPt": c("idx invertIfNegative marker bubble3D explosion spPr"),
  "c:dLbl": c(`idx delete layout tx numFmt spPr txPr dLblPos ${shown} extLst`),
  "c:dLbls": c(`dLbl delete numFmt spPr txPr dLblPos ${shown} showLeaderLines leaderLines extLst`),
  "c:errBars": c("errDir errBarType errValType noEndCap plus minus val spPr"),
  "c:catAx": c(`${axis} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl`),
  "c:dateAx": c(
    `${axis} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit`,
  ),
  "c:valAx": c(`${axis} crossBetween majorUnit minorUnit dispUnits`),
  "c:scaling": c("logBase orientation max min"),
  "c:legend": c("legendPos legendEntry layout overlay spPr txPr"),
  "c:numCache": c("formatCode ptCount pt"),
  "c:strCache": c("ptCount pt"),
  "c:title": c("tx layout overlay spPr txPr"),
  "a:rPr": a("ln noFill solidFill effectLst latin ea cs sym hlinkClick"),
  "a:pPr": a("lnSpc spcBef spcAft buClr buSzPct buFont buNone buAutoNum buChar tabLst defRPr"),
  "a:fld": a("rPr pPr t"),
  "a:p": a("pPr r br fld endParaRPr"),
  "a:ln": a("noFill solidFill prstDash round bevel miter"),
  "a:tbl": a("tblPr tblGrid tr"),
  "a:tc": a("txBody tcPr"),
  "a:tcPr": a("lnL lnR lnT lnB lnTlToBr lnBlToTr noFill solidFill"),
  "p:presentation": p(
    "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz defaultTextStyle",
  ),
  "p:sldMaster": p("cSld clrMap sldLayoutIdLst transition timing hf txStyles"),
  "p:cSld": p("bg spTree"),
  "p:sp": p("nvSpPr spPr style txBody"),
  "p:graphicFrame": [...p("nvGraphicFramePr xfrm"), "a:graphic"],
  "p:spPr": a("xfrm prstGeom noFill solidFill ln"),
};

/** Runs and fields of a paragraph may alternate, and so may axes. */
const mixed = new Set(["a:r", "a:br", "a:fld", "c:catAx", "c:dateAx", "c:valAx"]);

function faultsOf(element: XmlElement, found: Set<string>): string[] {
  const order = orders[element.name];
  const inner = element.children.flatMap((child) => faultsOf(child, found));
  if (!order) return inner;
  found.add(element.name);
  let last = 0;
  const own = element.children.flatMap(({ name }) => {
    const place = order.indexOf(name);
    if (place === -1) return [`${name} has no place in ${element.name}`];
    if (place < last && !mixed.has(name)) return [`${name} stands too late in ${element.name}`];
    last = place;
    return [];
  });
  return [...own, ...inner];
}

it("has every element of its parts where the schema has it", async () => {
  const table = figureWith({ table: tableOf(["Metric", "Value"], [["ARR", "$1M"]]) });
  const heat = figureWith({
    native: {
      kind: "heat",
      unit: "share",
      categories: ["0"],
      series: [{ name: "2025 Q1", size: 10, values: [1] }],
      heat: { scheme: "low", ends: [0.5] },
    },
  });
  const tiles = figureWith({ tiles: [{ name: "ARR", value: "$1M", lines: [{ text: "up" }] }] });
  const beside = { commentary: "1. **a** [b](https://a.example)\n- ~~c~~ نقطة", notes: "say" };
  const figures = [...Object.values(charts).map(chartFigure), table, heat, tiles];
  const deck = await deckOf(...figures, ...figures.map((figure) => ({ ...figure, beside })));
  const found = new Set<string>();
  for (const name of [...deck.keys()].filter((path) => isXml(path) && !path.endsWith(".rels"))) {
    expect(faultsOf(partOf(deck, name), found), name).toEqual([]);
  }
  expect(Object.keys(orders).filter((name) => !found.has(name))).toEqual([]);
});
