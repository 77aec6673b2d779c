import { type Entry, zip } from "../../shared/workbook/zip.ts";
import { escaped, xmlHead } from "./xml.ts";

/** A file of the package, and the others that it names: its XML calls them rId1, rId2 in their order. */
export interface Part {
  /** Such as ppt/slides/slide1.xml. */
  path: string;
  contentType: string;
  content: string | Uint8Array<ArrayBuffer>;
  relations?: readonly Relation[];
}

export interface Relation {
  /** The last word of its type, such as slideLayout; of core properties the whole address. */
  type: string;
  /** Path of the other part, or an address. */
  to: string;
  /** Whether it is no part, but an address of the web or of mail. */
  isOutside?: boolean;
}

const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * An Open Packaging archive: content types and relations are made from the parts, so that none is
 * named that is not there. The same parts give the same bytes.
 *
 * @throws where a part names another that is not there, or a path stands twice
 */
export function writePackage(parts: readonly Part[], root: readonly Relation[]): Promise<Blob> {
  const paths = new Set(parts.map(({ path }) => path));
  if (paths.size < parts.length) throw new Error("two parts of the deck have the same path");
  for (const { path, relations = [] } of parts) {
    const lost = relations.find(({ to, isOutside }) => !isOutside && !paths.has(to));
    if (lost) throw new Error(`${path} names ${lost.to}, which is no part of the deck`);
  }
  const entries = parts.flatMap(({ path, content, relations = [] }): Entry[] => [
    { name: path, text: [content] },
    ...(relations.length > 0
      ? [{ name: relationsPath(path), text: [relationsXml(path, relations)] }]
      : []),
  ]);
  return zip([
    { name: "[Content_Types].xml", text: [contentTypes(parts)] },
    { name: "_rels/.rels", text: [relationsXml("", root)] },
    ...entries,
  ]);
}

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts.map(
    ({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`,
  );
  return (
    `${xmlHead}<Types xmlns="${packages}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
  );
}

function relationsPath(path: string): string {
  const cut = path.lastIndexOf("/") + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

function relationsXml(from: string, relations: readonly Relation[]): string {
  const lines = relations.map(({ type, to, isOutside }, index) => {
    const address = type.includes(":") ? type : `${documents}/${type}`;
    const target = escaped(isOutside ? to : relative(from, to));
    const mode = isOutside ? ' TargetMode="External"' : "";
    return `<Relationship Id="rId${index + 1}" Type="${address}" Target="${target}"${mode}/>`;
  });
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${lines.join("")}</Relationships>`;
}

/** ppt/slides/slide1.xml and ppt/charts/chart1.xml -> ../charts/chart1.xml */
function relative(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const target = to.split("/");
  const shared = folders.findIndex((folder, place) => folder !== target[place]);
  const common = shared === -1 ? folders.length : shared;
  return [...folders.slice(common).map(() => ".."), ...target.slice(common)].join("/");
}
