import { surpriseFolds } from "./surprise-folds.mjs";
import { table46 } from "./table-46.mjs";
import { tutorialD } from "./tutorial-d.mjs";
import { u1 } from "./u1.mjs";

/**
 * A model on one protocol, as others published it and as it does here.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {Record<string, number>} [published] by measure
 * @property {{ model: string, settings: object }} [peer] the same model of the peer of the table
 * @property {string} [model] ours, by the name of its class; without one the row is only theirs
 * @property {Record<string, unknown>} [settings] where they are given
 * @property {string} [grid] the name of the grid that the settings were chosen from, where they were
 * @property {readonly string[]} [of] the names of the grids of a blend's members
 * @property {Record<string, number>} [goals] by measure: an error is to be no larger, anything else no smaller
 * @property {string} [note] what else one should know, as how the settings came about
 *
 * @typedef {{ first: string, second: string, measure: string }} Pair the names of two rows of ours, and an error that they are compared by
 *
 * @typedef {object} Table
 * @property {string} title
 * @property {string} protocol see bench/settings/protocols.mjs
 * @property {string} about
 * @property {string} howToGet where the data comes from
 * @property {{ name: string, script: string }} [peer] a package that can be run on the same splits, with its version, and the script in bench/ that does
 * @property {{ published: number, ours: number }} digits after the point
 * @property {number} tolerance how far a measure may be from the recorded one
 * @property {{ measure: string, words: string, title: string, leftOut?: readonly string[] }} figure what the picture beside the table shows,
 *   and the rows it leaves out
 * @property {readonly Row[]} rows
 * @property {readonly Pair[]} [intervals] which rows' difference is bootstrapped
 */

/** By name, in the order of the page. @type {Record<string, Table>} */
export const TABLES = { "surprise-folds": surpriseFolds, u1, "table-46": table46, "tutorial-d": tutorialD };
