import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Who may import whom: the table of rooms, with the packages that only some of them may use. */
const mayImport: Record<string, { rooms: string[]; packages: string[] }> = {
  "src/shared": { rooms: [], packages: [] },
  "src/contracts": { rooms: ["src/shared"], packages: ["zod", "fastest-levenshtein"] },
  "src/intake": {
    rooms: ["src/contracts", "src/shared"],
    packages: ["papaparse", "yauzl", "zod", "fastest-levenshtein"],
  },
  "src/warehouse": { rooms: ["src/contracts", "src/shared"], packages: ["@duckdb/node-api"] },
  "src/metrics": { rooms: ["src/warehouse", "src/shared"], packages: [] },
  "src/text": { rooms: ["src/shared"], packages: [] },
  "src/charts": {
    rooms: ["src/shared", "src/text", "type src/metrics"],
    packages: ["@observablehq/plot", "linkedom"],
  },
  "src/figures": {
    rooms: ["src/charts", "src/text", "src/shared", "type src/report", "type src/metrics"],
    packages: [],
  },
  "src/deck": {
    rooms: ["src/figures", "src/charts", "src/text", "src/shared", "type src/report"],
    packages: [],
  },
  "src/questions": { rooms: [], packages: [] },
  "src/pipeline": {
    rooms: [
      "src/contracts",
      "src/intake",
      "src/warehouse",
      "src/metrics",
      "src/shared",
      "type src/report",
    ],
    packages: [],
  },
  "src/ledger": {
    rooms: [
      "src/pipeline",
      "src/deck",
      "src/figures",
      "src/metrics",
      "src/warehouse",
      "src/contracts",
      "src/text",
      "src/shared",
      "type src/report",
    ],
    packages: ["papaparse"],
  },
  "src/report": {
    rooms: [
      "src/shared",
      "type src/contracts",
      "type src/intake",
      "type src/metrics",
      "type src/ledger",
    ],
    packages: [],
  },
  "src/components": {
    rooms: [
      "src/figures",
      "src/charts",
      "src/questions",
      "src/text",
      "src/shared",
      "type src/report",
      "type src/metrics",
      "script src/client",
    ],
    packages: [],
  },
  "src/client": {
    rooms: ["src/deck", "src/figures", "src/charts", "src/text", "src/shared"],
    packages: [
      "@duckdb/duckdb-wasm",
      "apache-arrow",
      "@codemirror/autocomplete",
      "@codemirror/commands",
      "@codemirror/lang-sql",
      "@codemirror/language",
      "@codemirror/lint",
      "@codemirror/search",
      "@codemirror/state",
      "@codemirror/view",
      "@lezer/highlight",
      "sql-formatter",
      "fzstd",
      "papaparse",
    ],
  },
  pages: {
    rooms: ["src/report", "src/components", "src/figures", "src/text"],
    packages: ["astro"],
  },
  data: { rooms: ["src/contracts"], packages: ["hourglass"] },
};

/** Run in the browser too, so nothing of Node. */
const inBrowser = ["src/shared", "src/charts", "src/figures", "src/deck", "src/client", "src/text"];

interface Import {
  file: string;
  room: string;
  target: string;
  isType: boolean;
  /** Named by a script tag: runs in the browser, not in the build. */
  isScript: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function roomOf(path: string): string {
  const parts = path.split("/");
  if (parts[0] !== "src") return parts[0] ?? "";
  return parts.length === 2 ? `src/${parts[1]?.replace(/\.\w+$/, "")}` : `src/${parts[1]}`;
}

const scriptPattern = /<script\s[^>]*src="(\.[^"]+)"/g;
const importPattern = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), "utf8");
  const edge = (specifier: string, isType: boolean, isScript: boolean): Import => {
    const target = specifier.startsWith(".")
      ? normalize(join(dirname(file), specifier))
      : specifier;
    return { file, room: roomOf(file), target, isType, isScript };
  };
  return [
    ...Array.from(source.matchAll(importPattern), ([, type, specifier = ""]) =>
      edge(specifier, type !== undefined, false),
    ),
    ...Array.from(source.matchAll(scriptPattern), ([, specifier = ""]) =>
      edge(specifier, false, true),
    ),
  ];
}

const files = ["src", "pages", "data"].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);
const isOurs = (target: string) => /^(src|pages|data|scripts|tests)\//.test(target);

function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

function isAllowed(edge: Import): boolean {
  const rule = mayImport[edge.room];
  if (!rule) return false;
  if (!isOurs(edge.target)) {
    return edge.target.startsWith("node:")
      ? !inBrowser.includes(edge.room)
      : rule.packages.includes(packageOf(edge.target));
  }
  const room = roomOf(edge.target);
  if (edge.isScript) return rule.rooms.includes(`script ${room}`);
  if (room === edge.room || rule.rooms.includes(room)) return true;
  return edge.isType && rule.rooms.includes(`type ${room}`);
}

describe("the house", () => {
  it("has only rooms that the table names", () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  it("lets each room import only what the table allows", () => {
    const refused = imports.filter((edge) => !isAllowed(edge));
    expect(refused.map((edge) => `${edge.file} -> ${edge.target}`)).toEqual([]);
  });

  it("enters another room of the pipeline by its door only", () => {
    const doors = [
      "src/contracts",
      "src/intake",
      "src/warehouse",
      "src/metrics",
      "src/charts",
      "src/figures",
      "src/deck",
      "src/ledger",
    ];
    const aside = imports.filter(
      (edge) =>
        isOurs(edge.target) &&
        doors.includes(roomOf(edge.target)) &&
        roomOf(edge.target) !== edge.room &&
        !/\/index\.ts$|\.css$/.test(edge.target),
    );
    expect(aside.map((edge) => `${edge.file} -> ${edge.target}`)).toEqual([]);
  });

  it("has no cycle of imports", () => {
    const graph = new Map<string, string[]>();
    for (const { file, target, isType } of imports) {
      if (isOurs(target) && !isType) graph.set(file, [...(graph.get(file) ?? []), target]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
