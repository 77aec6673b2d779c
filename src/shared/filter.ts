/** Dimensions that the pages can be filtered by, in the order of the form. */
export const filterDimensions = [
  "tier",
  "industry",
  "region",
  "fit",
  "plan",
  "channel",
  "owner",
] as const;

export type FilterDimension = (typeof filterDimensions)[number];

/** Whose numbers a page shows, and of which months; empty = everyone's, of all months. */
export interface Filter {
  segments: { readonly [Dimension in FilterDimension]?: string };
  /** First days of the first and the last month. */
  period: { readonly from?: string; readonly to?: string };
}

const ends = ["from", "to"] as const;

/** Whether an address has a filter. */
export const inAddress = new RegExp(`[?&](${[...filterDimensions, ...ends].join("|")})=`);

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The filter in the address of a page, as ?tier=small&from=2024-01; what is no month is left out. */
export function parseFilter(search: string): Filter {
  const query = new URLSearchParams(search);
  const segments: { [Dimension in FilterDimension]?: string } = {};
  for (const dimension of filterDimensions) {
    const segment = query.get(dimension);
    if (segment) segments[dimension] = segment;
  }
  const period: { from?: string; to?: string } = {};
  for (const end of ends) {
    const month = query.get(end) ?? "";
    if (monthPattern.test(month)) period[end] = `${month}-01`;
  }
  return { segments, period };
}

/** The search part of an address with this filter; what else is in it stays. */
export function withFilter(search: string, { segments, period }: Filter): string {
  const query = new URLSearchParams(search);
  for (const name of [...filterDimensions, ...ends]) query.delete(name);
  for (const dimension of filterDimensions) {
    const segment = segments[dimension];
    if (segment) query.set(dimension, segment);
  }
  for (const end of ends) {
    const month = period[end];
    if (month) query.set(end, month.slice(0, 7));
  }
  return query.size > 0 ? `?${query}` : "";
}

export const isEmpty = ({ segments, period }: Filter): boolean =>
  Object.keys(segments).length === 0 && Object.keys(period).length === 0;
