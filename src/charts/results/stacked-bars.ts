import { escapeHtml } from "../../text/escape-html.js";
import { rowAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredNames, MAX_SERIES, seriesColor } from "../parts/legend.js";
import { rounded } from "../parts/rounded.js";

/** One bar of {@link stackedBars}. */
export interface StackedBar {
  readonly name: string;
  /** The length of each part, at least 0, in the order of `parts`. */
  readonly values: readonly number[];
}

/** Options of {@link stackedBars}. */
export interface StackedBarsOptions {
  /** The title. */
  readonly title: string;
  /** What the lengths measure, with its unit. */
  readonly measure: string;
  /** The names of the parts, one to four, from left to right. */
  readonly parts: readonly string[];
}

/** Up to this length an axis of whole numbers has a label at each. */
const mostSteps = 12;

/**
 * Bars made of parts, one bar below the other in the given order: each part has a colour, which the
 * subtitle names. O(bars × parts).
 *
 * @throws RangeError for no bars, for no part or more than four, for a bar that has not one value
 *   for each part, and for a value that is not a finite number of at least 0.
 * @example
 * const bars = [{ name: "Heat (1995)", values: [1, 2] }, { name: "Alien (1979)", values: [0, 4] }];
 * const text = { title: "Movies that change", measure: "movies", parts: ["EASE", "factors"] };
 * plot(stackedBars(bars, text));
 */
export function stackedBars(
  bars: readonly StackedBar[],
  { title, measure, parts }: StackedBarsOptions,
): Figure {
  if (bars.length === 0) throw new RangeError("stackedBars has no bar to show");
  if (parts.length < 1 || parts.length > MAX_SERIES) {
    throw new RangeError(`stackedBars has ${parts.length} parts; give it one to ${MAX_SERIES}`);
  }
  for (const bar of bars) checkValues(bar, parts.length);
  const lengths = bars.map(({ values }) => values.reduce((total, value) => total + value, 0));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const whole = bars.every(({ values }) => values.every(Number.isInteger));
  return figure(
    parts.map((part, place) => ({
      type: "bar",
      orientation: "h",
      x: bars.map(({ values }) => rounded(values[place], { digits: 5 })),
      y: bars.map((_, row) => row),
      customdata: bars.map(({ name }) => escapeHtml(name)),
      hovertemplate: `%{customdata}<br>${escapeHtml(part)}: %{x}<extra></extra>`,
      marker: { color: seriesColor(place) },
    })),
    {
      title: escapeHtml(title),
      subtitle: coloredNames(parts).join(", "),
      x: {
        title: { text: escapeHtml(measure), standoff: 12 },
        ...(whole && longest <= mostSteps ? { dtick: 1 } : {}),
      },
      y: { ...rowAxis(bars.map(({ name }) => escapeHtml(name))), showgrid: false },
      layout: { height: 170 + 30 * bars.length, barmode: "stack" },
    },
  );
}

function checkValues({ name, values }: StackedBar, parts: number): void {
  if (values.length !== parts) {
    throw new RangeError(
      `stackedBars: "${name}" has ${values.length} values for ${parts} parts; give it one for each part`,
    );
  }
  const odd = values.find((value) => !(Number.isFinite(value) && value >= 0));
  if (odd !== undefined) {
    throw new RangeError(`stackedBars: "${name}" has the value ${odd}; give it numbers of at least 0`);
  }
}
