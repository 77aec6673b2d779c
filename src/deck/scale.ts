/** A value axis: round ends and the distance between its ticks. */
export interface Scale {
  low: number;
  high: number;
  step: number;
}

const steps = [1, 2, 2.5, 5, 10];

/** Values take less of the axis than that where it starts at zero: then it starts where they do. */
const fewestOfAxis = 0.5;

/**
 * Round ends around the values, with about `ticks` steps between them. Zero is one of them unless
 * all values are far from it and `canCut`.
 */
export function scaleOf(values: readonly number[], { canCut = false, ticks = 5 } = {}): Scale {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const span = highest - lowest;
  const isFar = canCut && span > 0 && lowest > 0 && span < fewestOfAxis * highest;
  const from = isFar ? Math.max(0, lowest - span * 0.25) : Math.min(0, lowest);
  const to = Math.max(isFar ? highest : 0, highest);
  const rough = (to - from || 1) / ticks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10);
  return {
    low: rounded(Math.floor(from / step + 1e-9) * step),
    high: rounded(Math.ceil(to / step - 1e-9) * step || step),
    step: rounded(step),
  };
}

/** Without the last binary digits of a product such as 3 x 0.1. */
const rounded = (value: number): number => Number(value.toPrecision(12));
