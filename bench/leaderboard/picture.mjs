import { drawFigures } from "../../scripts/lib/draw-figures.mjs";
import { importSource } from "../../scripts/lib/import-source.mjs";
import { isLessBetter } from "./section.mjs";

/**
 * The figure of a table as PNG: the published measures and ours.
 *
 * @param {import("./tables.mjs").Table} table
 * @param {import("./records.mjs").TableRecord} record
 */
export async function drawTable({ figure, rows }, record) {
  const { measure, title, words, leftOut = [] } = figure;
  /** @type {typeof import("./paired-dots.js")} */
  const { pairedDots } = await importSource("bench/leaderboard/paired-dots.ts");
  const dots = rows
    .filter(({ name }) => !leftOut.includes(name))
    .map(({ name, published }) => ({
      name,
      values: /** @type {const} */ ([
        record.peer?.rows[name]?.answer[measure] ?? published?.[measure] ?? Number.NaN,
        record.rows[name]?.answer[measure] ?? Number.NaN,
      ]),
    }));
  const [picture] = await drawFigures([
    pairedDots(dots, {
      title,
      metric: `${words} (${isLessBetter(measure) ? "less" : "more"} is better)`,
      sides: ["theirs", "ours"],
      leftOut: leftOut.join(", "),
    }),
  ]);
  if (!picture) throw new Error("Nothing was drawn.");
  return picture.png;
}
