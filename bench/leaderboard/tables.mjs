import { ml1m, ml10m } from "./first-tenths.mjs";
import { surpriseFolds } from "./surprise-folds.mjs";
import { surpriseFoldsDates } from "./surprise-folds-dates.mjs";
import { table46 } from "./table-46.mjs";
import { tutorialD } from "./tutorial-d.mjs";
import { tutorialDDates } from "./tutorial-d-dates.mjs";
import { u1 } from "./u1.mjs";
import { u1Dates } from "./u1-dates.mjs";

/**
 * A model on one protocol: published measures and ours.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {Record<string, number>} [published] by measure
 * @property {{ model: string, settings: object }} [peer] the same model of the peer of the table
 * @property {string} [model] ours, by the name of its class; without one the row has only published
 * measures
 * @property {Record<string, unknown>} [settings] if they are fixed
 * @property {string} [grid] the name of the grid from which the settings were chosen
 * @property {readonly string[]} [of] the names of the grids of a blend's members
 * @property {Record<string, number>} [goals] by measure: at most for errors, at least for all
 * others
 * @property {string} [note] anything else, such as how the settings were chosen
 *
 * @typedef {object} Table
 * @property {string} title
 * @property {string} protocol see bench/settings/protocols.mjs
 * @property {readonly string[]} [howChosen] what was known of the test rows before, if not what the
 * protocol says
 * @property {string} about
 * @property {string} howToGet where the data comes from
 * @property {{ name: string, script: string }} [peer] a package that runs on the same splits, with
 * its version, and its script in bench/
 * @property {{ published: number, ours: number }} digits after the point
 * @property {number} tolerance the largest difference of a measure from the recorded one
 * @property {{ measure: string, words: string, title: string, leftOut?: readonly string[] }} figure
 * what the
 *   picture of the table shows, and the rows it leaves out
 * @property {readonly Row[]} rows
 * @property {{ reference: string, measures: readonly string[] }} compared the row of ours from
 * which all others differ by an interval, and in which measures
 */

/** By name, in the order of the page. @type {Record<string, Table>} */
export const TABLES = {
  "surprise-folds": surpriseFolds,
  "surprise-folds-dates": surpriseFoldsDates,
  u1,
  "u1-dates": u1Dates,
  "table-46": table46,
  "tutorial-d": tutorialD,
  "tutorial-d-dates": tutorialDDates,
  "ml-1m": ml1m,
  "ml-10m": ml10m,
};
