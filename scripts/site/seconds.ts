/** Apart from what is printed of a reading, which whoever only draws need not load. */
export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}
