import { HOW_CHOSEN } from "../settings/how-chosen.mjs";

const WHY_APART =
  "**Why these rows stand apart.** Their features are the day of each rating, the hours since the user's first one, and facts of users and movies. For a test rating the date is *its own*: " +
  "a recommender does not know beforehand when somebody will rate, and the date tells which train ratings were given at the same time. So these errors compare with one another and with " +
  "those of models that get the same dates, and not with the table of models that get only ratings. The first row of ours gets neither dates nor facts.";

const NOTE = "also uses the dates of all ratings, including those of the test part, and facts of";

/**
 * The table of the rows that get the dates of the test ratings, on the splits of another table.
 *
 * @param {import("./tables.mjs").Table} table
 * @param {keyof typeof HOW_CHOSEN} name of the new one
 * @param {Pick<import("./tables.mjs").Table, "rows"> & { on: string, about?: string }} own what is
 * different; `on` is the data in words
 * @returns {import("./tables.mjs").Table}
 */
export function withDates({ peer, ...table }, name, { rows, on, about }) {
  const title = `RMSE with dates on ${on}`;
  return {
    ...table,
    title: `${table.title}: with dates and facts`,
    about: [WHY_APART, about].filter(Boolean).join(" "),
    howChosen: HOW_CHOSEN[name],
    digits: { ...table.digits, ours: 4 },
    compared: { reference: ALONE, measures: ["rmse"] },
    figure: { measure: "rmse", words: "RMSE in stars", title },
    rows,
  };
}

/** The machine that gets only ratings. */
const ALONE = "FactorizationMachine, ratings only";

/**
 * The machine with and without dates and facts, with the same sweeps.
 *
 * @param {string} facts of whom
 * @param {string} alone the grid of the machine without them
 * @returns {import("./tables.mjs").Row[]}
 */
export const machines = (facts, alone) => [
  { name: ALONE, grid: alone },
  {
    name: "FactorizationMachine, dates and facts",
    grid: "FactorizationMachine, dates and facts",
    note: `${NOTE} ${facts}`,
  },
];

/** Members of a blend, besides machines. */
export const OTHERS = ["ItemKnn", "SvdPlusPlus, deferred"];
