/** Float noise of sums in another order, and of a zero. */
const noise = { relative: 1e-9, absolute: 1e-12 };

/** Whether two values are the same number. */
export function isSame(was: number | null, now: number | null): boolean {
  if (was === null || now === null) return was === now;
  const size = Math.max(Math.abs(was), Math.abs(now));
  return Math.abs(was - now) <= Math.max(noise.relative * size, noise.absolute);
}
