import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { rightAxisAnchor } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import type { Axis, Trace } from "../parts/plotly-types.js";
import { palette } from "../parts/theme.js";
import { wrappedTitle } from "../parts/wrapped-title.js";

/** The top lists of {@link rankChanges}, one for each value of a setting. */
export interface RankChangesOptions {
  /** The title: what the lists rank. */
  readonly title: string;
  /** What changes from list to list, with its unit. */
  readonly setting: string;
  /** The lists, in the order of the setting; titles best first. */
  readonly columns: readonly { readonly value: number | string; readonly titles: readonly string[] }[];
}

/** The colours of lines, by how a title moves from the first list to the last. */
const moves = {
  "rises or enters": palette.blue,
  "falls or leaves": palette.orange,
  stays: palette.grey,
} as const;
type Move = keyof typeof moves;

const longestLabel = 30;
/** Room for a label of two lines. */
const rowHeight = 34;

/**
 * How a top list changes with a setting: a line for each title, from its rank in the first list to
 * its rank in the last, broken where a list lacks it. The titles of the first list are at the left,
 * those of the last at the right. Titles that only lists between them have are not drawn, because
 * there is no room for their names; the subtitle counts them.
 *
 * @throws RangeError for fewer than two lists, or no title in the first or the last.
 * @example
 * rankChanges({
 *   title: "Best movies by damped mean",
 *   setting: "damping (ratings)",
 *   columns: [{ value: 0, titles: ["Heat", "Casino"] }, { value: 5, titles: ["Casino", "Heat"] }],
 * });
 */
export function rankChanges({ title, setting, columns }: RankChangesOptions): Figure {
  const first = columns[0]?.titles ?? [];
  const last = columns.at(-1)?.titles ?? [];
  if (columns.length < 2 || first.length === 0 || last.length === 0) {
    throw new RangeError(`rankChanges has ${columns.length} lists; give it at least two, each with titles`);
  }
  const values = columns.map(({ value }) => escapeHtml(String(value)));
  const length = Math.max(...columns.map(({ titles }) => titles.length));
  const ends = new Set([...first, ...last]);
  const left = new Set(columns.flatMap(({ titles }) => titles)).size - ends.size;
  const lines = Array.from(ends, (name) => {
    const places = columns.map(({ titles }) => titles.indexOf(name));
    return lineOf(name, values, places, moves[moveOf(first.indexOf(name), last.indexOf(name))]);
  });
  const legend = Object.entries(moves).map(([move, color]) => coloredText(move, color));
  return figure([...lines, rightAxisAnchor(values[0])], {
    title: escapeHtml(title),
    subtitle: `from left to right: ${legend.join(", ")}${left > 0 ? `; ${countText(left, "title")} between not shown` : ""}`,
    x: {
      type: "category",
      title: { text: escapeHtml(setting) },
      range: [-0.15, columns.length - 0.85],
      showgrid: false,
    },
    y: rankAxis(first, length),
    layout: {
      height: 170 + rowHeight * length,
      yaxis2: { ...rankAxis(last, length), side: "right", overlaying: "y" },
    },
  });
}

/** From one rank to another; −1 if a list lacks the title. */
function moveOf(from: number, to: number): Move {
  if (from === to) return "stays";
  const rises = from < 0 || (to >= 0 && to < from);
  return rises ? "rises or enters" : "falls or leaves";
}

function lineOf(name: string, values: string[], places: number[], color: string): Trace {
  return {
    type: "scatter",
    mode: "lines+markers",
    x: values,
    y: places.map((place) => (place < 0 ? null : place + 1)),
    name: escapeHtml(name),
    hovertemplate: "%{fullData.name}: rank %{y:d}<extra></extra>",
    line: { color, width: 2.5 },
    marker: { color, size: 9 },
  };
}

function rankAxis(titles: readonly string[], length: number): Axis {
  return {
    range: [length + 0.6, 0.4],
    tickvals: titles.map((_, place) => place + 1),
    ticktext: titles.map((title, place) => `${place + 1} ${wrappedTitle(title, longestLabel)}`),
    automargin: true,
    showgrid: false,
    showline: false,
    zeroline: false,
    ticks: "",
  };
}
