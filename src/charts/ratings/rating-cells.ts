import { escapeHtml } from "../../text/escape-html.js";
import { shortenedTitle } from "../../text/shortened-title.js";
import { labelAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { roundedOrNull } from "../parts/rounded.js";
import { colorScale, ink, missingColor, palette } from "../parts/theme.js";

/** Options of {@link ratingCells}. */
export interface RatingCellsOptions {
  /** The title. */
  readonly title: string;
  /** The names of the rows and of the columns. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The numbers that are white and full blue. @default 0 and the largest number */
  readonly range?: readonly [number, number];
}

const longestLabel = 34;
const cellHeight = 30;
const cellWidth = 72;

/**
 * A small matrix of ratings or predictions as colours with their numbers: white at the low end of
 * the range, blue above and orange below it, grey for NaN. The colours are light enough for dark
 * numbers; the subtitle names those that occur. O(cells).
 *
 * @throws RangeError for no rows, or other numbers of names than of rows and columns.
 * @example
 * const [rows, columns] = [["Heat", "Clue"], ["ann", "bob"]];
 * plot(ratingCells([[5, NaN], [2, 4]], { title: "Who gave what", rows: rows, columns: columns }));
 */
export function ratingCells(
  cells: readonly ArrayLike<number>[],
  { title, rows, columns, range }: RatingCellsOptions,
): Figure {
  if (
    rows.length === 0 ||
    cells.length !== rows.length ||
    cells.some((row) => row.length !== columns.length)
  ) {
    throw new RangeError(
      `ratingCells has ${cells.length} rows and names for ${rows.length} rows and ${columns.length} columns; give each its name`,
    );
  }
  const z = cells.map((row) => Array.from(row, (cell) => roundedOrNull(cell, { decimals: 2 })));
  const largest = z.flat().reduce<number>((most, cell) => Math.max(most, cell ?? 0), 0) || 1;
  const [low, high] = range ?? [0, largest];
  const names = rows.map(escapeHtml);
  return figure(
    [
      {
        type: "heatmap",
        z,
        customdata: names.map((row) => columns.map((column) => `${row}<br>${escapeHtml(column)}`)),
        texttemplate: "%{z}",
        hovertemplate: "%{customdata}: %{z}<extra></extra>",
        hoverongaps: false,
        textfont: { color: ink },
        colorscale: colorScale(palette.yellow, "#FFFFFF", palette.sky),
        zmin: low - (high - low),
        zmax: high,
        xgap: 2,
        ygap: 2,
        showscale: false,
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: [
        `white is ${low}, blue is more`,
        z.flat().some((cell) => cell !== null && cell < low) && "orange is less",
        z.flat().includes(null) && "grey is none",
      ]
        .filter(Boolean)
        .join(", "),
      x: { ...labelAxis(columns.map(escapeHtml)), side: "top" },
      y: {
        ...labelAxis(rows.map((row) => escapeHtml(shortenedTitle(row, longestLabel)))),
        autorange: "reversed",
      },
      layout: {
        width: 300 + cellWidth * columns.length,
        height: 130 + cellHeight * rows.length,
        margin: { l: 64, r: 28, t: 92, b: 28 },
        plot_bgcolor: missingColor,
      },
    },
  );
}
