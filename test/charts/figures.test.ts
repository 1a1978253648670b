import { describe, expect, test } from "vitest";
import { arrows } from "../../src/charts/likeness/arrows.js";
import { distanceVersusCommon } from "../../src/charts/likeness/distance-versus-common.js";
import { factorSteps } from "../../src/charts/likeness/factor-steps.js";
import { factorTable } from "../../src/charts/likeness/factor-table.js";
import { groupMap } from "../../src/charts/likeness/group-map.js";
import { groupPanels } from "../../src/charts/likeness/group-panels.js";
import { movieMap } from "../../src/charts/likeness/movie-map.js";
import { peopleOnAPlane } from "../../src/charts/likeness/people-on-a-plane.js";
import { similarityVersusCommon } from "../../src/charts/likeness/similarity-versus-common.js";
import { singularValues } from "../../src/charts/likeness/singular-values.js";
import type { Figure } from "../../src/charts/parts/figure.js";
import { activityVersusMean } from "../../src/charts/ratings/activity-versus-mean.js";
import { countVersusMean } from "../../src/charts/ratings/count-versus-mean.js";
import { genreCounts } from "../../src/charts/ratings/genre-counts.js";
import { genreHeatMap } from "../../src/charts/ratings/genre-heat-map.js";
import { genreMeans } from "../../src/charts/ratings/genre-means.js";
import { namedMovies } from "../../src/charts/ratings/named-movies.js";
import { ratingCells } from "../../src/charts/ratings/rating-cells.js";
import { ratingHistogram } from "../../src/charts/ratings/rating-histogram.js";
import { ratingMatrix } from "../../src/charts/ratings/rating-matrix.js";
import { ratingsOverTime } from "../../src/charts/ratings/ratings-over-time.js";
import { ratingsPerItem } from "../../src/charts/ratings/ratings-per-item.js";
import { ratingsPerUser } from "../../src/charts/ratings/ratings-per-user.js";
import { curves } from "../../src/charts/results/curves.js";
import { intervalDots } from "../../src/charts/results/interval-dots.js";
import { metricsBySetting } from "../../src/charts/results/metrics-by-setting.js";
import { rankChanges } from "../../src/charts/results/rank-changes.js";
import { stackedBars } from "../../src/charts/results/stacked-bars.js";
import { tradeOff } from "../../src/charts/results/trade-off.js";
import { treeDiagram } from "../../src/charts/results/tree-diagram.js";
import { tuningTrials } from "../../src/charts/results/tuning-trials.js";
import { PureSvd } from "../../src/models/factors/pure-svd.js";
import { groupUsers } from "../../src/models/groups/group-users.js";
import { userVectors } from "../../src/models/groups/user-vectors.js";
import { correlationsWith } from "../../src/models/neighbors/correlations-with.js";
import { UserKnn } from "../../src/models/neighbors/user-knn.js";
import { Ratings } from "../../src/ratings/ratings.js";
import { figureConformance } from "./figure-conformance.js";
import { smallMovies } from "./small-ratings.js";

const manyRatings = madeRatings({ users: 400, items: 3000, count: 60_000 });

const figures: Record<string, (ratings: Ratings) => Figure> = {
  ratingHistogram,
  ratingsPerItem,
  ratingsPerUser,
  ratingsOverTime,
  activityVersusMean,
  countVersusMean: (ratings) => countVersusMean(ratings, { movies: smallMovies }),
  ratingMatrix,
  similarityVersusCommon: (ratings) =>
    similarityVersusCommon(correlationsWith(ratings, ratings.items.ids[0], { similarity: "cosine" }), {
      of: "<b>x</b>",
      movies: smallMovies,
      chance: true,
      marked: { name: "<img>", has: ({ common }) => common > 1 },
    }),
  distanceVersusCommon: (ratings) =>
    distanceVersusCommon(
      new UserKnn({ similarity: "euclidean" })
        .fit(ratings)
        .similarUsers(ratings.users.ids[0]!, { count: ratings.users.size }),
      { of: "<b>x</b>", marked: { name: "<img>", has: ({ common }) => common > 1 } },
    ),
  arrows: () =>
    arrows(
      [
        { name: "<b>x</b>", x: 1, y: 2 },
        { name: "<img> %{hostile}", x: -3, y: 4 },
      ],
      { title: "<i>Two</i>", axes: ["<u>", "<s>"] },
    ),
  genreMeans: (ratings) => genreMeans(ratings, smallMovies),
  namedMovies: (ratings) =>
    namedMovies(ratings, { movies: smallMovies, itemIds: smallMovies.ids, title: "<i>Some</i>" }),
  peopleOnAPlane: () =>
    peopleOnAPlane(
      [
        { name: "<b>x</b>", ratings: [1, 2] },
        { name: "<img>", ratings: [3, 4] },
      ],
      { title: "<i>Two</i>", movies: ["<u>", "<s>"] },
    ),
  metricsBySetting: () =>
    metricsBySetting({
      title: "<i>Best</i>",
      setting: "<k>",
      metrics: [{ name: "<b>x</b>" }],
      lines: [{ name: "<img> %{hostile}", points: [{ at: "<1>", values: [1] }] }],
    }),
  intervalDots: () =>
    intervalDots([{ name: "<img> %{hostile}", value: 1, low: 0, high: 2 }], {
      title: "<b>x</b>",
      measure: "<i>",
      mark: 0,
    }),
  genreCounts: () => genreCounts(smallMovies),
  genreHeatMap: (ratings) => genreHeatMap(ratings, smallMovies),
  groupMap: (ratings) =>
    groupMap(groupUsers(userVectors(new PureSvd({ factors: 2 }).fit(ratings)), { groups: 2 })),
  groupPanels: () =>
    groupPanels([{ name: "<img> %{hostile}", at: [1, 2] }], [{ name: "<b>x</b>", centers: [[1, 1]] }], {
      title: "<i>Steps</i>",
      x: "<u>",
      y: "<s>",
    }),
  curves: ({ values }) =>
    curves(
      [{ name: "<img> %{hostile}", x: values.map((_, row) => row).slice(0, 5000), y: values.slice(0, 5000) }],
      {
        title: "<b>x</b>",
        x: "<i>",
        y: "<u>",
        level: { name: "<hr>", y: 1 },
      },
    ),
  singularValues: () =>
    singularValues([{ name: "<img> %{hostile}", values: [3, 2, 0] }], { regularization: 2 }),
  factorTable: () =>
    factorTable({
      title: "<b>x</b>",
      rows: [{ name: "<img> %{hostile}", factors: [1] }],
      columns: [{ name: "<i>", factors: [-0] }],
      ratings: [[Number.NaN]],
    }),
  factorSteps: () =>
    factorSteps([{ name: "<u>", items: [{ name: "<img> %{hostile}", factors: [1, 0] }], users: [] }], {
      title: "<b>x</b>",
    }),
  ratingCells: () =>
    ratingCells([[1, Number.NaN]], { title: "<b>x</b>", rows: ["<img>"], columns: ["<i>", "<u>"] }),
  movieMap: ({ items }) =>
    movieMap(
      items.ids.slice(0, 1000).map((id, k) => ({ title: `<img> ${id}`, x: Math.sin(k), y: Math.cos(3 * k) })),
      { title: "<b>x</b>", x: "<i>", y: "<u>" },
    ),
  treeDiagram: () =>
    treeDiagram(
      { text: "<img> %{hostile}", yes: { text: "<b>" }, no: { text: "<i>" } },
      { title: "<b>x</b>" },
    ),
  stackedBars: () =>
    stackedBars([{ name: "<img> %{hostile}", values: [1, 2] }], {
      title: "<b>x</b>",
      measure: "<i>",
      parts: ["<u>", "<s>"],
    }),
  tuningTrials: () =>
    tuningTrials({
      model: "<b>x</b>",
      metric: "<i>",
      space: { "<u>": [1] },
      parts: [[1, 1, 0]],
      trials: [{ settings: { "<u>": "<img> %{hostile}" }, score: 1 }],
    }),
  tradeOff: () => tradeOff([{ title: "<img>", x: 1, y: 2 }], { title: "<b>x</b>", x: "<i>", y: "<u>" }),
  rankChanges: () =>
    rankChanges({
      title: "<i>Best</i>",
      setting: "<damping>",
      columns: [
        { value: "<0>", titles: ["<b>x</b>", "<img>"] },
        { value: 5, titles: ["<img>", "<b>x</b>"] },
      ],
    }),
};

describe.each(Object.entries(figures))("%s", (_name, figureOf) => {
  figureConformance(figureOf);

  test("stays under 200 kB for any number of ratings", () => {
    const figure = figureOf(manyRatings);
    const json = JSON.stringify(figure);
    expect(JSON.parse(json)).toEqual(figure);
    expect(json.length).toBeLessThan(200_000);
  });
});

test.each([
  ratingHistogram,
  ratingsPerItem,
  ratingsPerUser,
  ratingsOverTime,
  countVersusMean,
  activityVersusMean,
  ratingMatrix,
])("%o refuses to draw no ratings, and says its name", (figureOf) => {
  expect(() => figureOf(Ratings.from([]))).toThrow(`${figureOf.name} has no ratings to show`);
});

/** Seeded ratings with a long tail, by a generator of two lines. */
function madeRatings({ users, items, count }: { users: number; items: number; count: number }): Ratings {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const rows = new Map<string, { userId: number; itemId: number; rating: number; timestamp: number }>();
  for (let row = 0; row < count; row++) {
    const userId = Math.floor(users * random() ** 2);
    const itemId = Math.floor(items * random() ** 3);
    const rating = Math.ceil(10 * random()) / 2;
    rows.set(`${userId} ${itemId}`, { userId, itemId, rating, timestamp: 1e9 * random() });
  }
  return Ratings.from(rows.values());
}
