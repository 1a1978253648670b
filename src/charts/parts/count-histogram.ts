import { countText } from "../../text/count-text.js";
import { type Figure, figure } from "./figure.js";
import { palette } from "./theme.js";

/** The texts of a {@link countHistogram}. */
export interface CountHistogramText {
  readonly title: string;
  /** Who or what has a count, in the singular: "user". */
  readonly one: string;
  /** What is counted: "ratings given by one user". */
  readonly x: string;
  readonly y: string;
}

/**
 * How many users (or movies) have how many ratings, in bins that double: 1, 2 to 3, 4 to 7, 8 to 15
 * and so on; the first begins with the smallest count, the last ends with the largest. Sorts the
 * counts in place. O(counts × log(counts)).
 */
export function countHistogram(counts: Int32Array, { title, one, x, y }: CountHistogramText): Figure {
  counts.sort();
  const median = (counts[(counts.length - 1) >> 1] + counts[counts.length >> 1]) / 2;
  const spread = `at least ${format(counts[0])}, at most ${format(counts.at(-1)!)}, median ${format(median)}`;
  const { labels, sizes } = doublingBins(counts);
  return figure(
    [
      {
        type: "bar",
        x: labels,
        y: sizes,
        text: sizes.map(format),
        textposition: "outside",
        cliponaxis: false,
        hovertemplate: `%{x} ratings: %{y:,} ${one}s<extra></extra>`,
        marker: { color: palette.blue },
      },
    ],
    {
      title,
      subtitle: `${countText(counts.length, one)}: ${spread}; the limits of the bins double`,
      x: { title: { text: x, standoff: 14 }, type: "category", showgrid: false },
      y,
    },
  );
}

/** The labels have two lines, so that plotly does not turn them where there are many. */
function doublingBins(sorted: Int32Array): { labels: string[]; sizes: number[] } {
  const first = Math.floor(Math.log2(sorted[0]));
  const last = Math.floor(Math.log2(sorted.at(-1)!));
  const sizes = Array<number>(last - first + 1).fill(0);
  for (const count of sorted) sizes[Math.floor(Math.log2(count)) - first]++;
  const labels = sizes.map((_, bin) => {
    const from = Math.max(2 ** (first + bin), sorted[0]);
    const to = Math.min(2 ** (first + bin + 1) - 1, sorted.at(-1)!);
    return from === to ? format(from) : `${format(from)} to<br>${format(to)}`;
  });
  return { labels, sizes };
}

function format(value: number): string {
  return value.toLocaleString("en-US");
}
