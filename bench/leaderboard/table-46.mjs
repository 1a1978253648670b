const MEASURES = /** @type {const} */ (["precision@10", "recall@10", "ndcg-full@10"]);

/** @param {readonly number[]} values of the three measures */
const measures = (values) =>
  Object.fromEntries(MEASURES.map((measure, place) => [measure, values[place] ?? Number.NaN]));

/**
 * A row of the table, whose measures are the goal of ours.
 *
 * @param {string} name
 * @param {readonly number[]} published
 * @param {Partial<import("./tables.mjs").Row>} ours
 * @returns {import("./tables.mjs").Row}
 */
const row = (name, published, ours) => ({
  name,
  published: measures(published),
  goals: measures(published),
  ...ours,
});

const IMPLICIT_ALS = ["ImplicitAls, 32 factors", "ImplicitAls, 64 factors", "ImplicitAls, 128 factors"];

/** All kinds of models that use only ratings. */
const LISTS = [
  "Slim",
  "Ease",
  ...IMPLICIT_ALS,
  "ImplicitAls, no factor below 0",
  "PureSvd",
  "RP3β",
  "ItemKnn",
  "UserKnn",
];

/** Models that use facts of movies, or when ratings were given. */
const FACTS = [
  "GenreContent",
  "GenreContent, genres alone",
  "DayInterest, shrunk by 300",
  "DayInterest, shrunk by 3,000",
];

/**
 * A blend whose weights are chosen on four parts of the train rows.
 *
 * @param {string} name
 * @param {readonly string[]} of
 * @param {Partial<import("./tables.mjs").Row>} own
 * @returns {import("./tables.mjs").Row}
 */
const onFourParts = (name, of, own) => ({
  name,
  model: "RankBlend",
  of,
  settings: { validation: 0.1, parts: 4, rounds: 40 },
  ...own,
});

/**
 * @param {string} name
 * @param {readonly string[]} of the grids of its members
 * @returns {import("./tables.mjs").Row}
 */
const blend = (name, of) => ({
  name,
  model: "RankBlend",
  of,
  settings: { validation: 0.1 },
  goals: measures([0.382, 0.247, 0.298]),
  note: "sums of standard scores; weights by greedy votes for NDCG@10 on 10 % of the train part (seed 0)",
});

/** @type {import("./tables.mjs").Table} */
export const table46 = {
  title: "Table 46 of ACM TOIS 39: rankers on ML-100K",
  protocol: "table-46",
  about:
    "M. Ferrari Dacrema, S. Boglio, P. Cremonesi and D. Jannach, A troubling analysis of reproducibility and progress in recommender systems research, ACM TOIS 39 (2021), " +
    "compare 33 rankers on a fixed split of ML-100K: each of 942 test users gets the ten best movies outside of train. Precision is hits / 10, recall hits / relevant " +
    "movies, and NDCG is divided by the ideal over *all* relevant movies, not over the ten best. Every rating counts as 1. Only the content row uses facts of movies, and only the last row genres, years, words of titles and the days of the train ratings. " +
    "**Why two rows differ from the article's.** TopPop: movies with equally many ratings can stand in any order. Depending on it, the row lies from 0.1896 / 0.1173 / 0.1356 to 0.1912 / 0.1184 / 0.1364, " +
    "and the published one lies between. UserKNN: the article's code keeps the nearest users of each user in a column, but reads rows, so that the neighbours of a user are those who have " +
    "this user among *their* nearest ones. The row with these neighbours is within 0.001 of the article's; `UserKnn` takes a user's own nearest ones.",
  howToGet:
    "The split is not part of ML-100K: `ml-100k.train.rating` and `ml-100k.test.rating` are in Conferences/KDD/MCRec_github/data of the article's code " +
    "(github.com/MaurizioFD/RecSys2019_DeepLearning_Evaluation). As `train.rating` (user, item, rating) and `test.rating` (user, then all relevant items) in `data/ml-100k-top10`, with an " +
    "`item.txt` there for the content row (a header, then item, title, year and genres, separated by tabs), the table can be made again. The last row takes the timestamps of the train ratings from ML-100K (`npm run data -- ml-100k`).",
  digits: { published: 4, ours: 4 },
  tolerance: 2e-4,
  compared: { reference: "EASE, λ 458", measures: MEASURES },
  figure: {
    measure: "ndcg-full@10",
    words: "NDCG over all relevant movies",
    title: "Ten best movies on the split of table 46",
  },
  rows: [
    row("TopPop", [0.1907, 0.118, 0.1361], { model: "Popularity", settings: {}, note: "no settings" }),
    {
      name: "MCRec",
      published: measures([0.311, 0.2113, 0.2466]),
      note: "the neural network; it also uses paths through facts of users and movies",
    },
    row("UserKNN", [0.3442, 0.2237, 0.2692], { grid: "UserKnn" }),
    {
      name: "UserKNN, neighbours as in the article's code",
      grid: "UserKnn, neighbours as in the article's code",
      goals: measures([0.3442, 0.2237, 0.2692]),
      note: "not a model of the library, but of `bench/lib`",
    },
    row("ItemKNN", [0.332, 0.2171, 0.2601], { grid: "ItemKnn" }),
    row("P3α", [0.3305, 0.2081, 0.2554], { grid: "P3α" }),
    row("RP3β", [0.3435, 0.2191, 0.2588], { grid: "RP3β" }),
    row("PureSVD", [0.3545, 0.2247, 0.2719], { grid: "PureSvd" }),
    row("NMF", [0.335, 0.2139, 0.2585], {
      grid: "ImplicitAls, no factor below 0",
      note: "implicit ALS with no factor below 0, not the library's `Nmf`, which predicts stars",
    }),
    row("iALS", [0.3596, 0.2283, 0.2759], { grid: "ImplicitAls, 64 factors" }),
    row("EASE, λ 458", [0.3739, 0.243, 0.2905], {
      model: "Ease",
      settings: { regularization: 458 },
      note: "the published λ",
    }),
    row("SLIM, elastic net", [0.377, 0.2441, 0.2957], { grid: "Slim" }),
    row("content", [0.0547, 0.0243, 0.0319], {
      model: "GenreContent",
      settings: { aggregate: "sum" },
      note: "genres, years and words of titles; otherwise defaults. Theirs read two columns in place of 18 genres",
    }),
    { name: "EASE, users and items weighed", grid: "Ease" },
    { name: "BPR", grid: "Bpr" },
    blend("Blend of four", ["Slim", ...IMPLICIT_ALS]),
    blend("Blend of five", ["Slim", "Ease", ...IMPLICIT_ALS]),
    {
      name: "Blend of five, weights as other settings",
      grid: "RankBlend",
      goals: measures([0.382, 0.247, 0.298]),
      note: "sums of standard scores",
    },
    onFourParts("Blend of ten, weights on four parts", LISTS, {
      goals: measures([0.382, 0.247, 0.298]),
      note: "as the blend of five; greedy votes on four times 10 % of the train part (seed 0)",
    }),
    onFourParts("The same with genres and days", [...LISTS, ...FACTS], {
      goals: measures([0.385, 0.251, 0.301]),
      note: "stands apart: also uses genres, years and words of titles, and the days of the train ratings, which the published rows do not use; `DayInterest` is not a model of the library, but of `bench/lib`",
    }),
  ],
};
