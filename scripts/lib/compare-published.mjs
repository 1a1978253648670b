import { foldedPart } from "./folded-parts.mjs";
import { howToGet } from "./how-to-get.mjs";
import { codeCells, textOf } from "./notebook.mjs";
import { lacksData, outputDifferences } from "./output-differences.mjs";
import { dependsOnData } from "./published-notebook.mjs";

/** @typedef {import("./machine.mjs").Machine} Machine */
/** @typedef {import("./notebook.mjs").Notebook} Notebook */

/**
 * Compares a published notebook's outputs with those of a run. On another platform or Node than it
 * was published with, differences are notes: the last digits of `Math` may differ. Where it was
 * published with a data set that is not here, the cells from the one that loads it on are left out;
 * so are folded parts that need such a data set.
 *
 * @param {string} name
 * @param {Notebook} published
 * @param {Notebook} executed the same code, run on this machine
 * @param {Machine} machine
 * @returns {{ failures: string[], notes: string[] }}
 */
export function comparePublished(name, published, executed, machine) {
  const { node, platform, data } = published.metadata?.reelbook ?? {};
  const hasOtherData = dependsOnData(published) && data !== machine.data;
  const cells = hasOtherData ? cellsBeforeData(published) : undefined;
  const differences = outputDifferences(published, executed, { cells }).map(
    (each) => `${name}, ${each.place}: published ${each.published}; this run ${each.run}`,
  );
  const leftOut = [
    ...(hasOtherData
      ? [`${name}: only the first ${cells} code cells are compared; it was published with ${data}`]
      : []),
    ...foldedNotes(name, published, executed),
  ];
  const isElsewhere = node !== machine.node || platform !== machine.platform;
  if (!isElsewhere) return { failures: differences, notes: leftOut };
  const where = `${name} was published with Node ${node} on ${platform}`;
  const elsewhere = differences.length > 0 ? [`${where}; what differs here:`, ...differences] : [];
  return { failures: [], notes: [...leftOut, ...elsewhere] };
}

/**
 * A note for each data set that folded parts were published with and that the run lacks.
 *
 * @param {string} name
 * @param {Notebook} published
 * @param {Notebook} executed
 */
function foldedNotes(name, published, executed) {
  const runs = codeCells(executed);
  const left = codeCells(published).flatMap(({ outputs = [] }, cell) =>
    outputs.filter((output, place) => lacksData(output, runs[cell]?.outputs?.[place])),
  );
  const names = left.map((output) => foldedPart(output)?.data);
  return [...new Set(names)].map((data) => {
    const count = names.filter((each) => each === data).length;
    return `${name}: folded outputs that need ${data} are not compared (${count}): ${howToGet(data)}`;
  });
}

/** @param {Notebook} notebook */
function cellsBeforeData(notebook) {
  return codeCells(notebook).findIndex(({ source }) => /\bloadDataset\("?\w/.test(textOf(source)));
}
