import { dot } from "../../math/dot.js";
import { escapeHtml } from "../../text/escape-html.js";
import { shortenedTitle } from "../../text/shortened-title.js";
import { type Figure, figure } from "../parts/figure.js";
import type { Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { colorScale, ink, palette } from "../parts/theme.js";

/** A user or an item with its factors. */
export interface NamedFactors {
  readonly name: string;
  readonly factors: ArrayLike<number>;
}

/** Options of {@link factorTable}. */
export interface FactorTableOptions {
  /** The title. */
  readonly title: string;
  /** The items and the users, all with the same number of factors. */
  readonly rows: readonly NamedFactors[];
  readonly columns: readonly NamedFactors[];
  /** Ratings to show in brackets behind the products, NaN for none. @default none */
  readonly ratings?: readonly ArrayLike<number>[];
}

const longestLabel = 34;
const cellHeight = 30;
const cellWidth = 78;
/** Between the factors and the products, in cells. */
const gap = 0.25;

/**
 * Matrix factorization in one picture: the items' factors at the left, the users' on top, and where
 * a row and a column meet the dot product of their factors. White is 0, blue above and orange below
 * it; factors and products have a scale each. O(rows × columns × factors).
 *
 * @throws RangeError for no rows or columns, for different numbers of factors, and for ratings of
 *   another shape.
 * @example
 * const rows = [{ name: "Heat", factors: [1, 2] }, { name: "Clue", factors: [2, 0] }];
 * const columns = [{ name: "ann", factors: [2, 1] }];
 * plot(factorTable({ title: "Two movies and Ann", rows: rows, columns: columns }));
 */
export function factorTable({ title, rows, columns, ratings }: FactorTableOptions): Figure {
  const width = rows[0]?.factors.length ?? 0;
  const odd = [...rows, ...columns].find(({ factors }) => factors.length !== width);
  if (rows.length === 0 || columns.length === 0 || width === 0 || odd) {
    const found = odd
      ? `"${odd.name}" has ${odd.factors.length} factors, "${rows[0]?.name}" ${width}`
      : "none";
    throw new RangeError(`factorTable needs rows and columns with equally many factors: ${found}`);
  }
  if (ratings && (ratings.length !== rows.length || ratings.some((row) => row.length !== columns.length))) {
    throw new RangeError(
      `factorTable has ${rows.length} rows and ${columns.length} columns; give it as many ratings, NaN for none`,
    );
  }
  const products = rows.map((row) =>
    columns.map((column) => dot(Float64Array.from(row.factors), Float64Array.from(column.factors))),
  );
  const factorNames = Array.from({ length: width }, (_, k) => `factor ${k + 1}`);
  const margin = factorNames.map((_, k) => k - width - gap);
  const places = (named: readonly unknown[]) => named.map((_, place) => place);
  const ofRows = rows.map(({ factors }) => Array.from(factors));
  const ofColumns = factorNames.map((_, k) => columns.map(({ factors }) => factors[k]));
  const mostFactor = largest([...ofRows, ...ofColumns]);
  const textOf = (value: number, row: number, column: number) => {
    const rating = ratings?.[row]?.[column] ?? Number.NaN;
    return Number.isNaN(rating) ? shown(value) : `${shown(value)} (${shown(rating)})`;
  };
  return figure(
    [
      cells(ofRows, { x: margin, y: places(rows), most: mostFactor, textOf: shown }),
      cells(ofColumns, { x: places(columns), y: margin, most: mostFactor, textOf: shown }),
      cells(products, { x: places(columns), y: places(rows), most: largest(products), textOf }),
    ],
    {
      title: escapeHtml(title),
      subtitle: `at the left and on top factors, inside their products${ratings ? ", in brackets the rating" : ""}`,
      x: {
        ...namesAt([...margin, ...places(columns)], [...factorNames, ...columns.map(({ name }) => name)]),
        side: "top",
      },
      y: {
        ...namesAt([...margin, ...places(rows)], [...factorNames, ...rows.map(({ name }) => name)]),
        autorange: "reversed",
      },
      layout: {
        width: 280 + cellWidth * (width + columns.length),
        height: 150 + cellHeight * (width + rows.length),
        margin: { l: 64, r: 28, t: 92, b: 28 },
      },
    },
  );
}

function cells(
  values: readonly (readonly number[])[],
  {
    x,
    y,
    most,
    textOf,
  }: {
    x: number[];
    y: number[];
    most: number;
    textOf: (value: number, row: number, column: number) => string;
  },
): Trace {
  const text = values.map((row, at) => row.map((value, column) => textOf(value, at, column)));
  return {
    type: "heatmap",
    x,
    y,
    z: values.map((row) => row.map((value) => rounded(value, { digits: 6 }))),
    text: text as unknown as string[],
    texttemplate: "%{text}",
    textfont: { color: ink },
    hoverinfo: "skip",
    colorscale: colorScale(palette.yellow, "#FFFFFF", palette.sky),
    zmin: -most,
    zmax: most,
    xgap: 2,
    ygap: 2,
    showscale: false,
  };
}

function namesAt(tickvals: number[], names: readonly string[]) {
  const ticktext = names.map((name) => escapeHtml(shortenedTitle(name, longestLabel)));
  return {
    tickvals,
    ticktext,
    automargin: true,
    zeroline: false,
    ticks: "" as const,
    showgrid: false,
    showline: false,
  };
}

function largest(values: readonly (readonly number[])[]): number {
  return values.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

function shown(value: number): string {
  return String(rounded(value, { decimals: 2 }));
}
