import { isKeyword } from "../schema/names.ts";

const longest = 60;

/** sales 2024.csv.gz -> sales_2024: a name that needs no quotes. */
export function tableNameOf(file: string): string {
  const name = plainName(file.replace(/(\.(csv|tsv|txt))?(\.gz)?$/i, "")) || "file";
  return /^[a-z_]/.test(name) && !isKeyword(name) ? name : `file_${name}`;
}

/** Names of columns that need no quotes, each once; those without one are called by their place. */
export function columnNamesOf(header: readonly string[]): string[] {
  const used = new Set<string>();
  return header.map((cell, index) => {
    const plain = plainName(cell) || `column_${index + 1}`;
    const safe = /^[a-z_]/.test(plain) && !isKeyword(plain) ? plain : `_${plain}`;
    let name = safe;
    for (let count = 2; used.has(name); count++) name = `${safe}_${count}`;
    used.add(name);
    return name;
  });
}

/** Accents go; other signs than a-z, digits and _ become one _. */
function plainName(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, longest);
}
