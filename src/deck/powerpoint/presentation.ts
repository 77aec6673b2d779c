import type { Money } from "../number-format.ts";
import type { Slide } from "../slide.ts";
import { writeChart } from "./chart/chart.ts";
import { layoutXml, masterXml, notesMasterXml, notesXml } from "./master.ts";
import { type Part, type Relation, writePackage } from "./package.ts";
import { layoutNames, layoutsOf, type Place, placeholder } from "./places.ts";
import { chartFrame, plainTable, tableFrame, textShape, tree } from "./shapes.ts";
import { type Template, themeXml } from "./theme.ts";
import { declared, emu, escaped, xmlHead } from "./xml.ts";

export interface Presentation {
  title: string;
  author: string;
  /** The day that the file says it was made on, such as 2025-09-30. */
  day: string;
  template: Template;
  money: Money;
  slides: readonly Slide[];
}

const presentationType =
  "application/vnd.openxmlformats-officedocument.presentationml.presentation";

const office = "application/vnd.openxmlformats-officedocument";
const kindOf = (name: string) => `${office}.presentationml.${name}+xml`;

const paths = {
  presentation: "ppt/presentation.xml",
  master: "ppt/slideMasters/slideMaster1.xml",
  layout: (name: Slide["layout"]) =>
    `ppt/slideLayouts/slideLayout${layoutNames.indexOf(name) + 1}.xml`,
  notesMaster: "ppt/notesMasters/notesMaster1.xml",
  slide: (number: number) => `ppt/slides/slide${number}.xml`,
  notes: (number: number) => `ppt/notesSlides/notesSlide${number}.xml`,
  chart: (number: number) => `ppt/charts/chart${number}.xml`,
  workbook: (number: number) => `ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`,
  theme: (number: number) => `ppt/theme/theme${number}.xml`,
};

/**
 * A PowerPoint file. It asks neither a clock nor chance: the same slides give the same bytes.
 *
 * Written here, since the files of PptxGenJS 4.0.1 name masters, axes and places of notes that are
 * not there or not allowed, which PowerPoint asks to repair (its issues 1443, 1444 and 1534), and it
 * knows neither intervals nor colours of a theme.
 */
export async function writePresentation(presentation: Presentation): Promise<Blob> {
  const slides: Part[] = [];
  const charts = { count: 0 };
  for (const [index, slide] of presentation.slides.entries()) {
    slides.push(...(await slideParts(slide, index + 1, presentation, charts)));
  }
  const file = await writePackage(
    [...frameParts(presentation), ...slides],
    [
      { type: "officeDocument", to: paths.presentation },
      {
        type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        to: "docProps/core.xml",
      },
      { type: "extended-properties", to: "docProps/app.xml" },
    ],
  );
  return file.slice(0, undefined, presentationType);
}

/** A slide with its notes and its charts, each with its workbook. */
async function slideParts(
  { layout, elements, notes }: Slide,
  number: number,
  { money, template: { page } }: Presentation,
  charts: { count: number },
): Promise<Part[]> {
  const relations: Relation[] = [
    { type: "slideLayout", to: paths.layout(layout) },
    { type: "notesSlide", to: paths.notes(number) },
  ];
  const places: Readonly<Record<string, Place>> = layoutsOf(page)[layout].places;
  const parts: Part[] = [];
  const linkId = (address: string): string => {
    const known = relations.findIndex(({ to, isOutside }) => isOutside && to === address);
    const added = { type: "hyperlink", to: address, isOutside: true };
    return `rId${known === -1 ? relations.push(added) : known + 1}`;
  };
  const shapes: string[] = [];
  for (const [index, element] of elements.entries()) {
    const id = index + 2;
    if (element.kind === "text") {
      const place = element.place && places[element.place];
      shapes.push(textShape(id, element, place && placeholder(place), linkId));
    } else if (element.kind === "table") {
      shapes.push(tableFrame(id, element));
    } else {
      charts.count++;
      const { chart, box, write } = element;
      const path = paths.chart(charts.count);
      const workbook = paths.workbook(charts.count);
      const made = await writeChart({ chart, money, write, width: box.width, height: box.height });
      parts.push(
        {
          path,
          contentType: `${office}.drawingml.chart+xml`,
          content: made.xml,
          relations: [{ type: "package", to: workbook }],
        },
        { path: workbook, contentType: `${office}.spreadsheetml.sheet`, content: made.workbook },
      );
      relations.push({ type: "chart", to: path });
      shapes.push(chartFrame(id, element, `rId${relations.length}`));
    }
  }
  const content =
    `${xmlHead}<p:sld${declared("a", "r", "p")}><p:cSld>${tree(shapes.join(""))}</p:cSld>` +
    `<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
  return [
    { path: paths.slide(number), contentType: kindOf("slide"), content, relations },
    {
      path: paths.notes(number),
      contentType: kindOf("notesSlide"),
      content: notesXml(notes),
      relations: [
        { type: "notesMaster", to: paths.notesMaster },
        { type: "slide", to: paths.slide(number) },
      ],
    },
    ...parts,
  ];
}

/** What every presentation has, whatever its slides. */
function frameParts({ slides, template, title, author, day }: Presentation): Part[] {
  const masterFirst: Relation[] = [
    { type: "slideMaster", to: paths.master },
    { type: "notesMaster", to: paths.notesMaster },
    { type: "presProps", to: "ppt/presProps.xml" },
    { type: "viewProps", to: "ppt/viewProps.xml" },
    { type: "theme", to: paths.theme(1) },
    { type: "tableStyles", to: "ppt/tableStyles.xml" },
  ];
  const before = masterFirst.length;
  const slideIds = slides.map(
    (_, index) => `<p:sldId id="${256 + index}" r:id="rId${before + index + 1}"/>`,
  );
  const { page } = template;
  const isOld = page.width * 3 === page.height * 4;
  const size = `cx="${emu(page.width)}" cy="${emu(page.height)}"${isOld ? ' type="screen4x3"' : ""}`;
  return [
    {
      path: paths.presentation,
      contentType: kindOf("presentation.main"),
      content:
        `${xmlHead}<p:presentation${declared("a", "r", "p")} saveSubsetFonts="1">` +
        `<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
        `<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>` +
        `<p:sldIdLst>${slideIds.join("")}</p:sldIdLst><p:sldSz ${size}/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
      relations: [
        ...masterFirst,
        ...slides.map((_, index) => ({ type: "slide", to: paths.slide(index + 1) })),
      ],
    },
    {
      path: paths.master,
      contentType: kindOf("slideMaster"),
      content: masterXml(page),
      relations: [
        ...layoutNames.map((name) => ({ type: "slideLayout", to: paths.layout(name) })),
        { type: "theme", to: paths.theme(1) },
      ],
    },
    ...layoutNames.map((name) => ({
      path: paths.layout(name),
      contentType: kindOf("slideLayout"),
      content: layoutXml(name, page),
      relations: [{ type: "slideMaster", to: paths.master }],
    })),
    {
      path: paths.notesMaster,
      contentType: kindOf("notesMaster"),
      content: notesMasterXml(),
      relations: [{ type: "theme", to: paths.theme(2) }],
    },
    ...[1, 2].map((number) => ({
      path: paths.theme(number),
      contentType: `${office}.theme+xml`,
      content: themeXml(title, template),
    })),
    {
      path: "ppt/presProps.xml",
      contentType: kindOf("presProps"),
      content: `${xmlHead}<p:presentationPr${declared("a", "r", "p")}/>`,
    },
    {
      path: "ppt/viewProps.xml",
      contentType: kindOf("viewProps"),
      content: `${xmlHead}<p:viewPr${declared("a", "r", "p")}/>`,
    },
    {
      path: "ppt/tableStyles.xml",
      contentType: kindOf("tableStyles"),
      content: `${xmlHead}<a:tblStyleLst${declared("a")} def="${plainTable}"/>`,
    },
    {
      path: "docProps/core.xml",
      contentType: "application/vnd.openxmlformats-package.core-properties+xml",
      content:
        `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
        ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
        `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator>` +
        `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created>` +
        `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified></cp:coreProperties>`,
    },
    {
      path: "docProps/app.xml",
      contentType: `${office}.extended-properties+xml`,
      content: `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application></Properties>`,
    },
  ];
}
