import { escapeHtml } from "../../text/escape-html.js";
import { shortenedTitle } from "../../text/shortened-title.js";
import { labelAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { roundedOrNull } from "../parts/rounded.js";
import { colorScale, missingColor, palette } from "../parts/theme.js";

/** What {@link similarityHeatMap} says. */
export interface SimilarityHeatMapOptions {
  /** The names of the rows, which are those of the columns. */
  readonly titles: readonly string[];
  /** What is shown. @default "How alike movies are" */
  readonly title?: string;
  /** Whether rows stand beside those they are most like, or in the order given. @default true */
  readonly sorted?: boolean;
}

const longestLabel = 30;
const cellSize = 27;
/** So many names can be read; more cells have no number in them. */
const mostWithNumbers = 25;

/**
 * A table of similarities as colours: blue for alike, white for nothing to do with each other, orange for opposite, grey where
 * undefined. Rows stand beside those they are most like: from the first on, the next is the one most like the last.
 * The diagonal is left out; the colours reach as far as the largest similarity beside it. O(rows²).
 *
 * @throws RangeError where there are not two rows at least, with a title for each.
 * @example
 * const matrix = similarityMatrix(ratings, [260, 1196, 356]);
 * plot(similarityHeatMap(matrix, { titles: [260, 1196, 356].map((itemId) => movies.title(itemId)) }));
 */
export function similarityHeatMap(
  matrix: readonly ArrayLike<number>[],
  { titles, title = "How alike movies are", sorted = true }: SimilarityHeatMapOptions,
): Figure {
  if (matrix.length < 2 || titles.length !== matrix.length) {
    throw new RangeError(
      `similarityHeatMap has ${matrix.length} rows and ${titles.length} titles; give it at least two rows, each with a title`,
    );
  }
  const order = sorted ? chain(matrix) : matrix.map((_, row) => row);
  const cells = order.map((row) => order.map((column) => cellOf(matrix, row, column)));
  const defined = cells.flat().filter((cell) => cell !== null);
  const reach = defined.reduce((largest, cell) => Math.max(largest, Math.abs(cell)), 0) || 1;
  const names = order.map((row) => escapeHtml(titles[row]));
  const labels = order.map((row) => escapeHtml(shortenedTitle(titles[row], longestLabel)));
  const neighbors = sorted ? "each row stands beside the one most like it; " : "";
  return figure(
    [
      {
        type: "heatmap",
        z: cells,
        customdata: names.map((a) => names.map((b) => `${a}<br>${b}`)),
        hovertemplate: "%{customdata}: %{z:.3f}<extra></extra>",
        hoverongaps: false,
        ...(order.length <= mostWithNumbers ? { texttemplate: "%{z:.2f}", textfont: { size: 9 } } : {}),
        colorscale: colorScale(palette.orange, "#FFFFFF", palette.blue),
        zmin: -reach,
        zmax: reach,
        xgap: 1,
        ygap: 1,
        colorbar: { title: { text: "similarity" }, thickness: 14, len: 0.6 },
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: `${neighbors}blue is alike, orange is opposite, grey is undefined or the row itself`,
      x: { ...labelAxis(labels), tickfont: { size: 11 }, tickangle: -50 },
      y: { ...labelAxis(labels), tickfont: { size: 11 }, autorange: "reversed" },
      layout: {
        width: 320 + cellSize * Math.max(order.length, 14),
        height: 270 + cellSize * order.length,
        plot_bgcolor: missingColor,
      },
    },
  );
}

/** To three digits; null on the diagonal and where undefined. */
function cellOf(matrix: readonly ArrayLike<number>[], row: number, column: number): number | null {
  const cell = matrix[row][column];
  return row === column ? null : roundedOrNull(cell, { decimals: 3 });
}

/** The rows so that each is followed by the one most like it of those left; the earlier one where none is. */
function chain(matrix: readonly ArrayLike<number>[]): number[] {
  const left = matrix.map((_, row) => row);
  const order = left.splice(0, 1);
  while (left.length > 0) {
    const similarities = matrix[order[order.length - 1]];
    let next = 0;
    for (let place = 1; place < left.length; place++) {
      const gain = similarities[left[place]];
      const best = similarities[left[next]];
      if (gain > best || (Number.isNaN(best) && !Number.isNaN(gain))) next = place;
    }
    order.push(...left.splice(next, 1));
  }
  return order;
}
