import type { PageSize, Slide, TextElement } from "../slide.ts";
import { contentBox, layoutNames, layoutsOf, type Place, placeholder } from "./places.ts";
import { rectangle, textShape, tree } from "./shapes.ts";
import { declared, emu, escaped, xmlHead } from "./xml.ts";

const colourMap = `bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"`;

const background = `<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>`;

function style(tag: string, size: number, font: "mj" | "mn", levels: number): string {
  const level = (number: number) =>
    `<a:lvl${number}pPr marL="${(number - 1) * 228_600}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
    `<a:buNone/><a:defRPr sz="${size * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>` +
    `<a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl${number}pPr>`;
  const all = Array.from({ length: levels }, (_, index) => level(index + 1)).join("");
  return `<p:${tag}>${all}</p:${tag}>`;
}

/** The one master of a deck: its colours, its fonts, and the places that every layout may have. */
export function masterXml(page: PageSize): string {
  const { title, measure, number } = layoutsOf(page).finding.places;
  const body: Place = {
    ...measure,
    name: "Text",
    box: contentBox(page),
    size: 14,
  };
  const shapes = [
    promptShape(2, title, `<p:ph type="title"/>`),
    promptShape(3, body, `<p:ph type="body" idx="1"/>`),
    promptShape(4, number, `<p:ph type="sldNum" sz="quarter" idx="4"/>`),
  ];
  const ids = layoutNames.map(
    (_, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="rId${index + 1}"/>`,
  );
  return (
    `${xmlHead}<p:sldMaster${declared("a", "r", "p")}><p:cSld>${background}${tree(shapes.join(""))}</p:cSld>` +
    `<p:clrMap ${colourMap}/><p:sldLayoutIdLst>${ids.join("")}</p:sldLayoutIdLst>` +
    `<p:txStyles>${style("titleStyle", 24, "mj", 1)}${style("bodyStyle", 14, "mn", 5)}${style("otherStyle", 12, "mn", 5)}</p:txStyles></p:sldMaster>`
  );
}

export function layoutXml(name: Slide["layout"], page: PageSize): string {
  const { name: title, type, places } = layoutsOf(page)[name];
  const shown: Place[] = Object.values(places);
  const shapes = shown.map((place, index) => promptShape(index + 3, place, placeholder(place)));
  const rule =
    name === "cover" ? rectangle(2, "Accent", { x: 48, y: 140, width: 72, height: 6 }) : "";
  return (
    `${xmlHead}<p:sldLayout${declared("a", "r", "p")} ${type ? `type="${type}"` : `userDrawn="1"`} preserve="1"><p:cSld name="${title}">` +
    `${tree(rule + shapes.join(""))}</p:cSld>` +
    `<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
  );
}

/** A place as the master and the layouts show it, with what belongs there. */
function promptShape(id: number, place: Place, holder: string): string {
  const { name, box, size, prompt, type } = place;
  const isTitle = type === "title" || type === "ctrTitle";
  const isNumber = type === "sldNum";
  const element: TextElement = {
    kind: "text",
    name,
    box,
    size,
    paragraphs: [{ runs: [isNumber ? { text: "‹#›", isNumber: true } : { text: prompt }] }],
    isHeading: isTitle,
    isBold: isTitle,
    anchor: type === "title" || type === "ctrTitle" ? "b" : "t",
    align: isNumber ? "r" : "l",
    colour: isTitle ? "ink" : "muted",
  };
  return textShape(id, element, holder);
}

/** The master of the notes: a picture of the slide over what the speaker reads. */
export function notesMasterXml(): string {
  const shapes = notesPlaces.map(({ id, name, type, box, isText }) => {
    const text = isText
      ? `<a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en-US"/><a:t>${escaped(name)}</a:t></a:r></a:p>`
      : `<a:p><a:endParaRPr lang="en-US"/></a:p>`;
    const lock = isText
      ? `<a:spLocks noGrp="1"/>`
      : `<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>`;
    return (
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr>${lock}</p:cNvSpPr><p:nvPr>${type}</p:nvPr></p:nvSpPr>` +
      `<p:spPr><a:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm>` +
      `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
      `<p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`
    );
  });
  return (
    `${xmlHead}<p:notesMaster${declared("a", "r", "p")}><p:cSld>${background}${tree(shapes.join(""))}</p:cSld>` +
    `<p:clrMap ${colourMap}/>${style("notesStyle", 11, "mn", 5)}</p:notesMaster>`
  );
}

/** Points of a page of 540 x 720. */
const notesPlaces = [
  {
    id: 2,
    name: "Slide",
    type: `<p:ph type="sldImg" idx="2"/>`,
    box: { x: 30, y: 54, width: 480, height: 270 },
    isText: false,
  },
  {
    id: 3,
    name: "Notes",
    type: `<p:ph type="body" sz="quarter" idx="3"/>`,
    box: { x: 54, y: 346, width: 432, height: 324 },
    isText: true,
  },
] as const;

/** The notes of one slide, a paragraph each. */
export function notesXml(paragraphs: readonly string[]): string {
  const said = paragraphs.length > 0 ? paragraphs : [""];
  const text = said
    .map((words) => `<a:p><a:r><a:rPr lang="en-US"/><a:t>${escaped(words)}</a:t></a:r></a:p>`)
    .join("");
  const [image, body] = notesPlaces;
  return `${xmlHead}<p:notes${declared("a", "r", "p")}><p:cSld>${tree(
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${image.name}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>${image.type}</p:nvPr></p:nvSpPr><p:spPr/></p:sp>` +
      `<p:sp><p:nvSpPr><p:cNvPr id="3" name="${body.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${body.type}</p:nvPr></p:nvSpPr><p:spPr/>` +
      `<p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`,
  )}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
