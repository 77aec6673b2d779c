import { palette } from "../charts/index.ts";
import type { Role, Template } from "./powerpoint/theme.ts";
import { pageSizes } from "./slide.ts";

const light = palette.light;

/** The looks of the site. Arial, since every machine that shows slides has it, or one as wide. */
export const ownTemplate: Template = {
  colours: {
    ink: light.ink,
    paper: light.paper,
    muted: light.muted,
    soft: "#e9eef0",
    accent: light.accent,
    second: light["series-2"],
    third: light["series-3"],
    fourth: light["series-4"],
    lost: light.lost,
    grey: light.grey,
  },
  fonts: { heading: "Arial", body: "Arial" },
  page: pageSizes["16:9"],
};

/** A company's own colours, fonts and format, ours where it has none. */
export function templateOf(own: {
  colours?: { [Name in Role]?: string | undefined };
  fonts?: { heading?: string | undefined; body?: string | undefined };
  size?: keyof typeof pageSizes;
}): Template {
  const { ink, paper } = own.colours ?? {};
  const given = Object.entries(own.colours ?? {}).filter(([, colour]) => colour !== undefined);
  const { heading, body } = own.fonts ?? {};
  const base = ink || paper ? betweenOf({ ...ownTemplate.colours, ...own.colours }) : {};
  return {
    colours: { ...ownTemplate.colours, ...base, ...Object.fromEntries(given) },
    fonts: {
      heading: heading ?? body ?? ownTemplate.fonts.heading,
      body: body ?? ownTemplate.fonts.body,
    },
    page: pageSizes[own.size ?? "16:9"],
  };
}

/** What stands back from the ink goes with it and with its ground: on dark slides it is dark. */
function betweenOf({ ink, paper }: { ink?: string | undefined; paper?: string | undefined }) {
  const shade = (share: number) => mixed(paper ?? "#ffffff", ink ?? "#000000", share);
  const { dark } = palette;
  return {
    muted: shade(0.7),
    soft: shade(0.09),
    grey: shade(0.45),
    ...(luminance(paper ?? "#ffffff") < darkest && {
      accent: dark.accent,
      second: dark["series-2"],
      third: dark["series-3"],
      fourth: dark["series-4"],
      lost: dark.lost,
    }),
  };
}

/** Luminance of a ground below which lines have the colours of the dark pages. */
const darkest = 0.18;

type Channels = [number, number, number];

function channelsOf(colour: string): Channels {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** A colour so far between two others: 0 is the first, 1 the second. */
export function mixed(from: string, to: string, share: number): `#${string}` {
  const [start, end] = [channelsOf(from), channelsOf(to)];
  const parts = start.map((value, place) =>
    Math.round(value + ((end[place] ?? 0) - value) * share),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Relative luminance. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Least contrasts of text, and of lines and columns, with the ground. Source: WCAG 2.2, 1.4.3 and 1.4.11. */
const least = { text: 4.5, shape: 3 } as const;
const texts = ["ink", "muted"] as const;
const shapes = ["accent", "second", "third", "fourth", "lost"] as const;

/** Colours of a template that are hard to tell from its ground. */
export function dimColours({ colours }: Template) {
  const dim = (least: number) => (role: Role) => {
    const has = contrast(colours[role], colours.paper);
    return has < least ? [{ role, colour: colours[role], paper: colours.paper, has, least }] : [];
  };
  return [...texts.flatMap(dim(least.text)), ...shapes.flatMap(dim(least.shape))];
}

/** Ink or paper, whichever reads better on the ground. */
export function inkOn(ground: string, { colours }: Template): "ink" | "paper" {
  return contrast(ground, colours.ink) >= contrast(ground, colours.paper) ? "ink" : "paper";
}
