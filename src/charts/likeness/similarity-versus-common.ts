import type { Movies } from "../../datasets/movies/movies.js";
import { topIndices } from "../../math/top-n.js";
import type { SimilarItem } from "../../models/contract/model.js";
import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { shortenedTitle } from "../../text/shortened-title.js";
import { logAxis } from "../parts/axes.js";
import { dotTrace, type Point } from "../parts/dot-trace.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import { movieName } from "../parts/movie-name.js";
import type { Annotation, Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** Options of {@link similarityVersusCommon}. */
export interface SimilarityVersusCommonOptions {
  /** The name of the movie that all are compared with. @default "one movie" */
  readonly of?: string;
  /** The source of the names under the pointer. @default the items' ids */
  readonly movies?: Movies;
  /** The similarity's name, on the axis. @default "similarity" */
  readonly similarity?: string;
  /**
   * Whether to draw where 95 % of the correlations of unrelated movies would lie, and to name the
   * movies farthest above that.
   * @default false
   */
  readonly chance?: boolean;
  /** Movies to draw in a colour of their own, and what they are. @default none */
  readonly marked?: { readonly name: string; has(similar: SimilarItem): boolean };
}

const cellsPerUnit = 30;
const hovertemplate = "%{text}<br>%{x:,} common raters, similarity %{y:.3f}<extra></extra>";
/** 95 % of a normal distribution lie within this many standard deviations. */
const NORMAL_95 = 1.96;
const stepsPerDecade = 24;
const moviesNamed = 3;
const longestName = 55;
/** Few correlations of movies with many common raters are below it. */
const highestName = -0.72;
const namesEnd = 0.88;
const longestTitle = 60;

/**
 * The similarities of movies to one movie, against the number of users who rated both
 * (logarithmic). With fewer common raters chance alone gives larger correlations: with n of them,
 * 95 % of unrelated movies lie within about ±1.96 / √(n − 1), which `chance` draws. Overlapping
 * movies are one dot, darker for more movies. O(movies).
 *
 * @throws RangeError for no movies.
 * @example
 * const others = correlationsWith(ratings, 260).filter(({ itemId }) => itemId !== 260);
 * plot(similarityVersusCommon(others, { of: "Star Wars", movies: movies, chance: true }));
 */
export function similarityVersusCommon(
  similar: readonly SimilarItem[],
  {
    of = "one movie",
    movies,
    similarity = "similarity",
    chance = false,
    marked,
  }: SimilarityVersusCommonOptions = {},
): Figure {
  if (similar.length === 0) {
    throw new RangeError("similarityVersusCommon has no movies to show; ask for fewer common raters");
  }
  const most = similar.reduce((largest, { common }) => Math.max(largest, common), 1);
  const fewest = similar.reduce((smallest, { common }) => Math.min(smallest, common), most);
  const [left, right] = [Math.log10(fewest) - 0.1, Math.log10(most) + 0.1];
  const lowest = similar.reduce((least, each) => Math.min(least, each.similarity), 0);
  const pointOf = ({ itemId, common, similarity }: SimilarItem): Point => {
    return { x: common, y: similarity, name: () => movieName(itemId, movies) };
  };
  const plain = similar.filter((each) => !marked?.has(each));
  const special = similar.filter((each) => marked?.has(each));
  const traces = [
    dotTrace(plain.map(pointOf), { cellsPerUnit, hovertemplate }),
    ...(chance ? chanceBand(most) : []),
    ...(marked
      ? [dotTrace(special.map(pointOf), { cellsPerUnit, hovertemplate, color: palette.orange })]
      : []),
  ];
  return figure(traces, {
    title: `Similarity to ${escapeHtml(shortenedTitle(of, longestTitle))}`,
    subtitle: [
      `${countText(similar.length, "movie")}, a dark dot is many`,
      marked && coloredText(marked.name, palette.orange),
      chance && "dashed: by chance, ±1.96 / √(n − 1)",
    ]
      .filter(Boolean)
      .join("; "),
    x: {
      ...logAxis("common raters: people who rated both", most),
      range: [left, right],
    },
    y: {
      title: { text: escapeHtml(similarity) },
      range: [lowest < 0 ? -1.08 : -0.04, 1.08],
      zeroline: true,
    },
    layout: {
      hovermode: "closest",
      annotations: chance ? namesOf(outstanding(similar), left + namesEnd * (right - left), movies) : [],
    },
  });
}

/** The upper and the lower bound of what chance alone would give. */
function chanceBand(most: number): Trace[] {
  const steps = Math.ceil(stepsPerDecade * Math.log10(Math.max(most, 2) / 2));
  const counts = Array.from({ length: steps + 1 }, (_, step) => 2 * 10 ** (step / stepsPerDecade));
  return [1, -1].map((sign) => ({
    type: "scatter",
    mode: "lines",
    x: counts.map((count) => rounded(count, { digits: 4 })),
    y: counts.map((count) => rounded(sign * Math.min(1, NORMAL_95 / Math.sqrt(count - 1)), { decimals: 4 })),
    line: { color: palette.grey, width: 1.5, dash: "dash" },
    hoverinfo: "skip",
  }));
}

/** The movies whose correlations are the most standard errors above 0, most similar first. */
function outstanding(similar: readonly SimilarItem[]): SimilarItem[] {
  const scores = Float64Array.from(similar, ({ similarity, common }) => similarity * Math.sqrt(common - 1));
  return Array.from(topIndices(scores, moviesNamed), (index) => similar[index]).sort(
    (a, b) => b.similarity - a.similarity,
  );
}

/**
 * Names with lines to their dots, one below the other in the lower right corner. That of the dot
 * farthest to the right is the lowest, so that no lines cross.
 */
function namesOf(named: readonly SimilarItem[], right: number, movies: Movies | undefined): Annotation[] {
  const fromTheLeft = [...named].sort((a, b) => a.common - b.common);
  const heights = new Map(fromTheLeft.map((each, place) => [each, highestName - 0.13 * place]));
  return named.map((each) => ({
    text: movieName(each.itemId, movies, longestName),
    x: Math.log10(each.common),
    y: each.similarity,
    axref: "x",
    ayref: "y",
    ax: right,
    ay: heights.get(each) ?? highestName,
    xanchor: "right",
    font: { size: 10 },
    arrowcolor: palette.grey,
    arrowwidth: 1,
    arrowhead: 0,
    standoff: 5,
  }));
}
