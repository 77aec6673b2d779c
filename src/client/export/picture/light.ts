import { palette } from "../../../charts/index.ts";

/** A chart in the colours of a light page, as it is to leave it. */
export const inLight = (svg: string): string =>
  svg
    .replaceAll(/var\(--chart-([\w-]+)\)/g, (own, name: string) =>
      name in palette.light ? palette.light[name as keyof typeof palette.light] : own,
    )
    .replaceAll("currentColor", palette.light.ink);
