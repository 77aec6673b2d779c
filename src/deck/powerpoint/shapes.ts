import { centredPadding, type TableElement, type TextElement } from "../slide.ts";
import { paragraphsXml, textBody } from "./text.ts";
import { fill, line, noFill, noLine } from "./theme.ts";
import { type Box, emu, escaped, namespaces, transform } from "./xml.ts";

/** The tree of a slide's shapes around those given. */
export const tree = (shapes: string): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
  `<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>` +
  `${shapes}</p:spTree>`;

/** Words in a place of the layout, or in a box of their own. */
export function textShape(
  id: number,
  element: TextElement,
  place?: string,
  linkId?: (address: string) => string,
): string {
  const { name, box, fill: ground } = element;
  const look = ground ? fill(ground) : noFill;
  const kind = place ? `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` : `<p:cNvSpPr txBox="1"/>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/>${kind}<p:nvPr>${place ?? ""}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${look}${noLine}</p:spPr>` +
    `${textBody("p", { ...element, ...(linkId && { linkId }) })}</p:sp>`
  );
}

/** A plain rectangle of the master, such as the rule over a title. */
export const rectangle = (id: number, name: string, box: Box): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
  `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill("accent")}${noLine}</p:spPr>` +
  `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`;

function frame(id: number, name: string, description: string, box: Box, content: string): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(description)}"/>` +
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
    `${transform(box, "p")}<a:graphic>${content}</a:graphic></p:graphicFrame>`
  );
}

export function chartFrame(
  id: number,
  { name, description, box }: { name: string; description: string; box: Box },
  relation: string,
): string {
  const content = `<a:graphicData uri="${namespaces.c}"><c:chart xmlns:c="${namespaces.c}" xmlns:r="${namespaces.r}" r:id="${relation}"/></a:graphicData>`;
  return frame(id, name, description, box, content);
}

/** PowerPoint's own style without lines or fills, which every version knows by this id. */
export const plainTable = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

export function tableFrame(id: number, element: TableElement): string {
  const { name, description, box, widths, heights, rows, hasHead } = element;
  const columns = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join("");
  const lines = rows.map((cells, place) => {
    const isHead = hasHead && place === 0;
    const written = cells.map((cell) => cellXml(cell, element, isHead)).join("");
    return `<a:tr h="${emu(heights[place] ?? 0)}">${written}</a:tr>`;
  });
  const content =
    `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>` +
    `<a:tblPr${hasHead ? ' firstRow="1"' : ""}><a:tableStyleId>${plainTable}</a:tableStyleId></a:tblPr>` +
    `<a:tblGrid>${columns}</a:tblGrid>${lines.join("")}</a:tbl></a:graphicData>`;
  return frame(id, name, description, box, content);
}

function cellXml(
  {
    text,
    align = "l",
    isBold,
    isItalic,
    fill: ground,
    colour,
  }: TableElement["rows"][number][number],
  { size, beside: room }: TableElement,
  isHead: boolean,
): string {
  const look = {
    size,
    align,
    colour: colour ?? (isHead ? "muted" : "ink"),
    isBold: isBold ?? isHead,
  } as const;
  const runs = text === "" ? [] : [{ text, ...(isItalic ? { isItalic } : {}) }];
  const edge = (side: string, drawn: string) =>
    drawn === ""
      ? `<a:ln${side} w="0">${noFill}</a:ln${side}>`
      : drawn.replace(/^<a:ln /, `<a:ln${side} `).replace(/<\/a:ln>$/, `</a:ln${side}>`);
  const under = ground ? line("paper", 1) : line(isHead ? "grey" : "soft", isHead ? 1 : 0.75);
  const sides = ground ? line("paper", 1) : "";
  const beside = emu(align === "ctr" ? centredPadding : room);
  return (
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml([{ runs }], look)}</a:txBody>` +
    `<a:tcPr marL="${beside}" marR="${beside}" marT="25400" marB="25400" anchor="ctr">` +
    `${edge("L", sides)}${edge("R", sides)}${edge("T", sides)}${edge("B", under)}` +
    `${ground ? fill(ground) : noFill}</a:tcPr></a:tc>`
  );
}
