import { escapeHtml } from "../../text/escape-html.js";
import { mainTitle } from "../../text/main-title.js";
import { shortenedTitle } from "../../text/shortened-title.js";
import { labelAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { roundedOrNull } from "../parts/rounded.js";
import { colorScale, missingColor, palette } from "../parts/theme.js";
import { wrappedTitle } from "../parts/wrapped-title.js";

/** Options of {@link similarityHeatMap}. */
export interface SimilarityHeatMapOptions {
  /** The names of the rows, which are also the columns. */
  readonly titles: readonly string[];
  /** The title. @default "How alike movies are" */
  readonly title?: string;
  /** Whether similar rows are next to each other, rather than in the given order. @default true */
  readonly sorted?: boolean;
}

const longestLabel = 32;
/** Room for a label of two lines. */
const cellSize = 29;
/** Cells are higher in smaller maps, whose colour bar would have no room for its numbers. */
const fewestRows = 8;
/** Upwards, in one line each: with two it is not clear which words belong together. */
const columnLabel = { longest: 2 * longestLabel, angle: 50, characterWidth: 6 };
/** In larger maps the numbers in the cells could not be read. */
const mostWithNumbers = 25;

/**
 * A matrix of similarities as colours: blue for positive, white for 0, orange for negative, grey
 * for undefined. Each row is followed by the one most similar to it of those left. The diagonal is
 * left out; the colours end at the largest absolute similarity outside of it. O(rows²).
 *
 * @throws RangeError for fewer than two rows, or a number of titles other than that of the rows.
 * @example
 * const itemIds = [260, 1196, 356];
 * const titles = itemIds.map((itemId) => movies.title(itemId));
 * plot(similarityHeatMap(similarityMatrix(ratings, itemIds), { titles }));
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
  const order = sorted ? orderBySimilarity(matrix) : matrix.map((_, row) => row);
  const cells = order.map((row) => order.map((column) => cellOf(matrix, row, column)));
  const defined = cells.flat().filter((cell) => cell !== null);
  const reach = defined.reduce((largest, cell) => Math.max(largest, Math.abs(cell)), 0) || 1;
  const names = order.map((row) => escapeHtml(titles[row]));
  const mainTitles = order.map((row) => mainTitle(titles[row]));
  const columnTitles = mainTitles.map((name) => shortenedTitle(name, columnLabel.longest));
  const neighbors = sorted ? "each row is followed by the most similar one of those left; " : "";
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
      subtitle: `${neighbors}grey is undefined, or the row itself`,
      x: {
        ...labelAxis(columnTitles.map(escapeHtml)),
        tickfont: { size: 11 },
        tickangle: -columnLabel.angle,
      },
      y: {
        ...labelAxis(mainTitles.map((name) => wrappedTitle(name, longestLabel))),
        tickfont: { size: 11 },
        autorange: "reversed",
      },
      layout: {
        width: 320 + cellSize * Math.max(order.length, 14),
        height: 125 + cellSize * Math.max(order.length, fewestRows) + heightOf(columnTitles),
        plot_bgcolor: missingColor,
      },
    },
  );
}

/** Pixels below the map. */
function heightOf(columnTitles: readonly string[]): number {
  const longest = Math.max(...columnTitles.map(({ length }) => length));
  return Math.ceil(Math.sin((columnLabel.angle * Math.PI) / 180) * columnLabel.characterWidth * longest);
}

/** Null on the diagonal and where undefined. */
function cellOf(matrix: readonly ArrayLike<number>[], row: number, column: number): number | null {
  const cell = matrix[row][column];
  return row === column ? null : roundedOrNull(cell, { decimals: 3 });
}

/** The order in which each row is followed by the most similar one of those left. */
function orderBySimilarity(matrix: readonly ArrayLike<number>[]): number[] {
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
