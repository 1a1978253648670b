import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { dotSize, labelFont, labelledDots, type NamedDot } from "../parts/labelled-dots.js";
import { palette } from "../parts/theme.js";

/** What {@link tradeOff} says. */
export interface TradeOffOptions {
  /** What is shown. */
  readonly title: string;
  /** The axes: what they measure, with its unit. More is better of both. */
  readonly x: string;
  readonly y: string;
}

const [width, height] = [700, 560];
const margin = { l: 64, r: 28, t: 80, b: 68 };

/**
 * Models by two things of which one wants much, as dots with names. Blue are those that no other one beats: none is as good in both and
 * better in one. Dots without both values are left out, and the figure says so. O(dots²).
 *
 * @throws RangeError where no dot has both values.
 * @example
 * const dots = [{ title: "most watched", x: 1.9, y: 0.11 }, { title: "similar items", x: 2.9, y: 0.17 }];
 * plot(tradeOff(dots, { title: "Surprise and hits", x: "novelty (bits)", y: "precision" }));
 */
export function tradeOff(dots: readonly NamedDot[], { title, x, y }: TradeOffOptions): Figure {
  const drawn = dots.filter((dot) => Number.isFinite(dot.x) && Number.isFinite(dot.y));
  if (drawn.length === 0) throw new RangeError("tradeOff has no dot with two values to show");
  const { xRange, yRange, text, textposition } = labelledDots(drawn, {
    width: width - margin.l - margin.r,
    height: height - margin.t - margin.b,
  });
  const left = dots.length - drawn.length;
  const best = `<span style="color: ${palette.blue}">blue: no other one is better in both</span>`;
  return figure(
    [
      {
        type: "scatter",
        mode: "text+markers",
        x: drawn.map((dot) => rounded(dot.x)),
        y: drawn.map((dot) => rounded(dot.y)),
        text,
        textposition: textposition as never,
        textfont: { ...labelFont },
        customdata: drawn.map((dot) => escapeHtml(dot.title)),
        hovertemplate: "%{customdata}: %{x}, %{y}<extra></extra>",
        marker: {
          size: dotSize,
          color: drawn.map((dot) => (drawn.some((other) => beats(other, dot)) ? palette.grey : palette.blue)),
        },
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: [best, left > 0 && `${left} without both values left out`].filter(Boolean).join("; "),
      x: { title: { text: escapeHtml(x), standoff: 12 }, range: xRange, zeroline: false },
      y: { title: { text: escapeHtml(y), standoff: 12 }, range: yRange, zeroline: false },
      layout: { width, height, margin, hovermode: "closest" },
    },
  );
}

function beats(one: NamedDot, other: NamedDot): boolean {
  return one.x >= other.x && one.y >= other.y && (one.x > other.x || one.y > other.y);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
