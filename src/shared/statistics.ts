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

/**
 * Probability that, of all events among two groups, as many as these or more fall on the first by
 * chance: Fisher's exact test, one-sided. Source: R. A. Fisher, Journal of the Royal Statistical
 * Society 85 (1922), 87-94.
 *
 * @param group counts, with no more events than trials
 */
export function fisherPValue(
  group: { events: number; trials: number },
  others: { events: number; trials: number },
): number {
  const { events, trials } = group;
  const all = trials + others.trials;
  const marked = events + others.events;
  const logTerm =
    logChoose(marked, events) + logChoose(all - marked, trials - events) - logChoose(all, trials);
  let term = Math.exp(logTerm);
  let sum = 0;
  for (let k = events; k <= Math.min(marked, trials); k++) {
    sum += term;
    term *= ((marked - k) * (trials - k)) / ((k + 1) * (all - marked - trials + k + 1));
  }
  return Math.min(1, sum);
}

const logChoose = (n: number, k: number): number =>
  logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** From here on three terms of Stirling's series are exact to 14 digits. */
const stirlingFrom = 32;

/** Abramowitz and Stegun, 6.1.40. */
function logFactorial(n: number): number {
  if (n < stirlingFrom) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}
