import type { Figure } from "../parts/figure.js";
import type { NamedDot } from "../parts/labelled-dots.js";
import { labelledScatter } from "../parts/labelled-scatter.js";
import { coloredText } from "../parts/legend.js";
import { palette } from "../parts/theme.js";

/** Options of {@link tradeOff}. */
export interface TradeOffOptions {
  /** The title. */
  readonly title: string;
  /** The axes: what they measure, with its unit. More is better for both. */
  readonly x: string;
  readonly y: string;
}

/**
 * Models by two metrics for which more is better, as dots with names. The Pareto-optimal ones are
 * blue: no other dot is as good in both metrics and better in one. Dots without both values are
 * left out and counted in the subtitle. O(dots²).
 *
 * @throws RangeError if no dot has both values.
 * @example
 * const dots = [
 *   { title: "most watched", x: 1.9, y: 0.11 },
 *   { title: "similar items", x: 2.9, y: 0.17 },
 * ];
 * plot(tradeOff(dots, { title: "Surprise and hits", x: "novelty (bits)", y: "precision" }));
 */
export function tradeOff(dots: readonly NamedDot[], { title, x, y }: TradeOffOptions): Figure {
  const drawn = dots.filter((dot) => Number.isFinite(dot.x) && Number.isFinite(dot.y));
  if (drawn.length === 0) throw new RangeError("tradeOff has no dot with two values to show");
  const left = dots.length - drawn.length;
  const best = coloredText("blue: no other one is better in both", palette.blue);
  return labelledScatter(drawn, {
    title,
    subtitle: [best, left > 0 && `${left} without both values left out`].filter(Boolean).join("; "),
    x,
    y,
    size: { width: 700, height: 560 },
    marker: {
      color: drawn.map((dot) => (drawn.some((other) => dominates(other, dot)) ? palette.grey : palette.blue)),
    },
    zero: { zeroline: false },
  });
}

function dominates(one: NamedDot, other: NamedDot): boolean {
  return one.x >= other.x && one.y >= other.y && (one.x > other.x || one.y > other.y);
}
