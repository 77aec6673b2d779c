/**
 * Holm's step-down correction: with it, the chance of any false alarm among the tests shown stays
 * at the level. Same order as the input; never below the input, never above 1.
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.
 */
export function holmCorrection(pValues: readonly number[]): number[] {
  const ranked = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected = new Array<number>(pValues.length);
  let largest = 0;
  for (const [rank, { p, index }] of ranked.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    corrected[index] = largest;
  }
  return corrected;
}

/**
 * Probability of a chi-square on 1 degree of freedom this large or larger. It is the square of a
 * normal deviate, hence erfc(sqrt(x / 2)): Abramowitz and Stegun, 26.4.19 with 7.1.22.
 * @param chiSquare 0 or more; NaN otherwise
 */
export function chiSquarePValue(chiSquare: number): number {
  return chiSquare >= 0 ? erfc(Math.sqrt(chiSquare / 2)) : Number.NaN;
}

/**
 * Complementary error function of z >= 0. Below 2 the series of positive terms 7.1.6 of Abramowitz
 * and Stegun, "Handbook of Mathematical Functions"; from 2 on, where 1 - erf would lose digits,
 * their continued fraction 7.1.14. Both to about 13 digits.
 */
function erfc(z: number): number {
  return z < 2 ? 1 - erfSeries(z) : erfcFraction(z);
}

function erfSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= (2 * z * z) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z) * sum;
}

/** Terms that make the fraction exact to a double's digits from z = 2 on. */
const fractionTerms = 80;

function erfcFraction(z: number): number {
  let tail = z;
  for (let n = fractionTerms; n > 0; n--) tail = z + n / 2 / tail;
  return Math.exp(-z * z) / (Math.sqrt(Math.PI) * tail);
}
