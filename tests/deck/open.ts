import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { all, first, readXml, type XmlElement } from "./xml.ts";

/** Files of a package by their names. */
export type Package = ReadonlyMap<string, Buffer>;

export async function openPackage(file: Blob | Buffer): Promise<Package> {
  const bytes = Buffer.isBuffer(file) ? file : Buffer.from(await file.arrayBuffer());
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (files.has(entry.fileName)) throw new Error(`${entry.fileName} is in it twice`);
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

export const partOf = (deck: Package, path: string): XmlElement =>
  readXml(deck.get(path)?.toString() ?? "");

export const isXml = (name: string): boolean => /\.(xml|rels)$/.test(name);

/** A chart of a deck as its reader sees it: series by their names, and the sheet behind them. */
export interface OpenChart {
  categories: string[];
  series: Map<string, (number | null)[]>;
  sheet: (string | number | null)[][];
}

/** Charts by what is measured, as their slides name them. */
export async function chartsOf(deck: Package): Promise<Map<string, OpenChart>> {
  const charts = new Map<string, OpenChart>();
  for (const path of deck.keys()) {
    if (!/^ppt\/slides\/slide\d+\.xml$/.test(path)) continue;
    const relations = relationsOf(deck, path);
    for (const frame of all(partOf(deck, path), "p:graphicFrame")) {
      const id = all(frame, "c:chart")[0]?.attributes["r:id"];
      const name = first(frame, "p:nvGraphicFramePr", "p:cNvPr")?.attributes.name ?? "";
      if (id !== undefined) charts.set(name, await openChart(deck, relations.get(id) ?? ""));
    }
  }
  return charts;
}

async function openChart(deck: Package, path: string): Promise<OpenChart> {
  const chart = partOf(deck, path);
  const series = all(chart, "c:ser");
  const categories = cached(first(series[0], "c:cat")).map(String);
  const workbook = [...relationsOf(deck, path).values()][0] ?? "";
  return {
    categories,
    series: new Map(
      series.map((one) => [
        String(cached(first(one, "c:tx"))[0]),
        cached(first(one, "c:val")).map((value) => (value === null ? null : Number(value))),
      ]),
    ),
    sheet: await sheetOf(deck.get(workbook) ?? Buffer.alloc(0)),
  };
}

/** Points of a cache; a gap is null. */
function cached(reference: XmlElement | undefined): (string | null)[] {
  if (!reference) return [];
  const [cache] = [...all(reference, "c:numCache"), ...all(reference, "c:strCache")];
  const count = Number(first(cache, "c:ptCount")?.attributes.val ?? 0);
  const values = new Array<string | null>(count).fill(null);
  for (const point of cache?.children.filter(({ name }) => name === "c:pt") ?? []) {
    values[Number(point.attributes.idx)] = first(point, "c:v")?.text ?? "";
  }
  return values;
}

/** Rows of the first sheet of a workbook, its titles first. */
async function sheetOf(workbook: Buffer): Promise<(string | number | null)[][]> {
  const files = await openPackage(workbook);
  return all(partOf(files, "xl/worksheets/sheet1.xml"), "row").map((row) => {
    const cells: (string | number | null)[] = [];
    for (const cell of row.children) {
      const letters = /^[A-Z]+/.exec(cell.attributes.r ?? "")?.[0] ?? "A";
      const place = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
      const text = first(cell, "is", "t");
      cells[place - 1] = text ? text.text : Number(first(cell, "v")?.text);
    }
    return Array.from(cells, (cell) => cell ?? null);
  });
}

/** Paths that a part names, by their ids. */
export function relationsOf(deck: Package, path: string): Map<string, string> {
  const cut = path.lastIndexOf("/") + 1;
  const name = `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
  if (!deck.has(name)) return new Map();
  return new Map(
    all(partOf(deck, name), "Relationship").map(({ attributes: { Id = "", Target = "" } }) => [
      Id,
      resolved(path.slice(0, cut), Target),
    ]),
  );
}

function resolved(folder: string, target: string): string {
  const parts = folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
