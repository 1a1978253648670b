import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "../scripts/build.mjs";
import { drawFigures } from "../scripts/lib/draw-figures.mjs";
import { importSource } from "../scripts/lib/import-source.mjs";
import { root } from "../scripts/lib/places.mjs";
import { program } from "../scripts/lib/program.mjs";

const USAGE = `Draws the long tails of the simulator and of MovieLens: docs/simulator.png.

  node bench/simulator-shape.mjs

  ML-100K is left out if it is missing (npm run data -- ml-100k).`;

const page = join(root, "docs", "simulator.png");

/** @typedef {{ name: string, color: string, users: number, items: number, count: number }} Size */

/** ML-25M is not in this repository: published numbers of it are points. */
const PUBLISHED = {
  items: [{ rank: 1, ratings: 81_491 }],
  users: [
    { rank: 1, ratings: 32_202 },
    { rank: 81_271, ratings: 71 },
    { rank: 162_541, ratings: 20 },
  ],
};

/**
 * The numbers of ratings of each user and of each item, largest first.
 *
 * @param {Iterable<{ userIndex: number, itemIndex: number }>} rows
 * @param {{ users: number, items: number }} size
 */
function tails(rows, size) {
  const users = new Int32Array(size.users);
  const items = new Int32Array(size.items);
  for (const { userIndex, itemIndex } of rows) {
    users[userIndex] = (users[userIndex] ?? 0) + 1;
    items[itemIndex] = (items[itemIndex] ?? 0) + 1;
  }
  return { users: users.sort().reverse(), items: items.sort().reverse() };
}

/** @param {Int32Array} counts about 200 points, evenly spaced on a logarithmic axis */
function curve(counts) {
  const ranks = [];
  for (let rank = 1; rank < counts.length; rank = Math.max(rank + 1, Math.round(1.06 * rank)))
    ranks.push(rank);
  ranks.push(counts.length);
  return { x: ranks, y: ranks.map((rank) => counts[rank - 1]) };
}

/** Counts of a data set on this machine, undefined if it is missing. @param {string} name */
async function realTails(name) {
  const { loadDataset } = await import("reelbook");
  const { ratings } = await loadDataset(name).catch(() => ({ ratings: undefined }));
  if (!ratings) return undefined;
  const rows = Array.from(ratings.userIndices, (userIndex, row) => ({
    userIndex,
    itemIndex: ratings.itemIndices[row] ?? 0,
  }));
  return tails(rows, { users: ratings.users.size, items: ratings.items.size });
}

/** @param {Size} size */
async function simulatedTails(size) {
  /** @type {typeof import("../src/ratings/simulation/simulated-rows.js")} */
  const { simulatedRows } = await importSource("src/ratings/simulation/simulated-rows.ts");
  const rows = simulatedRows(size);
  const indexed = (function* () {
    for (const { userId, itemId } of rows) yield { userIndex: userId - 1, itemIndex: itemId - 1 };
  })();
  return tails(indexed, size);
}

await program(import.meta.url, {
  usage: USAGE,
  options: {},
  async main() {
    await build();
    /** @type {typeof import("../src/charts/parts/figure.js")} */
    const { figure } = await importSource("src/charts/parts/figure.ts");
    /** @type {typeof import("../src/charts/parts/theme.js")} */
    const { palette } = await importSource("src/charts/parts/theme.ts");
    /** @type {Size[]} */
    const sizes = [
      { name: "ML-25M", color: palette.orange, users: 162_541, items: 59_047, count: 25_000_095 },
      { name: "ml-latest-small", color: palette.blue, users: 610, items: 9724, count: 100_836 },
      { name: "ML-100K", color: palette.green, users: 943, items: 1682, count: 100_000 },
    ];
    /** @type {object[]} */
    const traces = [];
    for (const size of sizes) {
      const { name, color } = size;
      const real = name === "ML-25M" ? undefined : await realTails(name.toLowerCase());
      if (!real && name !== "ML-25M") continue;
      const simulated = await simulatedTails(size);
      for (const [side, axes] of /** @type {const} */ ([
        ["items", { xaxis: "x", yaxis: "y" }],
        ["users", { xaxis: "x2", yaxis: "y" }],
      ])) {
        const shared = { type: "scatter", legendgroup: name, showlegend: side === "items", ...axes };
        const published = PUBLISHED[side];
        traces.push(
          real
            ? {
                ...shared,
                ...curve(real[side]),
                name,
                mode: "lines",
                line: { color, width: 4 },
                opacity: 0.5,
              }
            : {
                ...shared,
                x: published.map(({ rank }) => rank),
                y: published.map(({ ratings }) => ratings),
                name: `${name}, as published`,
                mode: "markers",
                marker: { color, size: 11, symbol: "diamond" },
              },
          {
            ...shared,
            ...curve(simulated[side]),
            name: `${name}, simulated`,
            mode: "lines",
            line: { color, width: 2, dash: "dot" },
          },
        );
      }
    }
    const log = /** @type {const} */ ({ type: "log", dtick: 1, tickformat: ",d", exponentformat: "none" });
    const { data, layout } = figure(/** @type {any} */ (traces), {
      title: "The simulator's long tails beside those of MovieLens",
      subtitle: "most rated movies and most active users first, both axes logarithmic",
      x: { ...log, title: { text: "movie, by rank" }, domain: [0, 0.46] },
      y: { ...log, title: { text: "number of ratings" } },
    });
    const users = { ...layout.xaxis, title: { text: "user, by rank" }, domain: [0.54, 1] };
    const legend = { orientation: "h", y: -0.2 };
    const margin = { ...layout.margin, b: 130 };
    const wide = { ...layout, width: 980, height: 520, margin, xaxis2: users, showlegend: true, legend };
    const [picture] = await drawFigures([{ data, layout: wide }]);
    if (!picture) return;
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, picture.png);
    console.log(`Drew ${page}.`);
  },
});
