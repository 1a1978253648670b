import { buildSite } from "../../scripts/site.mjs";
import { verdict } from "../lib/benchmark.mjs";
import { digits, duration } from "../lib/format.mjs";
import { markdownTable } from "../lib/table.mjs";
import { measureFrontPage } from "../live/front-page.mjs";
import { measureSite } from "../live/site.mjs";

/** @typedef {import("../lib/statistics.mjs").Spread} Spread */
/**
 * @typedef {object} LiveResult
 * @property {string} name
 * @property {"ms" | "bytes"} unit
 * @property {Spread} measured
 * @property {number} goal at most
 */

/** @type {import("../lib/benchmark.mjs").Benchmark<LiveResult>} */
export const benchmark = {
  title: "The course in a browser",
  about:
    "The site of `npm run site` in headless Chromium, each visit with an empty cache. The front page is served with gzip, " +
    "as GitHub Pages does, and measured with Chrome's throttling, 10 Mbit/s with 40 ms of latency and a processor " +
    "4 times as slow; Chrome slows only the page's own thread, so here the worker's script runs on it. The notebooks are " +
    "served without compression, and not throttled: *ready* is an idle kernel and *all cells* includes drawing the figures of 02. The slider is " +
    "`minRatings` of 04, from a key to the change of the first figure below it, which needs three cells and the parameters; median of 10 keys. All else: " +
    "median of 5 visits.",
  table: (results) => markdownTable(["", "measured", "goal"], results.map(row)),
  async measure({ quick }) {
    const rounds = quick ? 1 : 5;
    await buildSite();
    const site = await measureSite(rounds);
    const front = await measureFrontPage(rounds);
    const size = { median: site.size, min: site.size, max: site.size };
    const page = { median: front.bytes.gzipped, min: front.bytes.gzipped, max: front.bytes.gzipped };
    return [
      { name: "front page: first list", unit: "ms", measured: front.onOneThread.firstList, goal: 1500 },
      { name: "front page: answer to a slider", unit: "ms", measured: front.onOneThread.change, goal: 50 },
      { name: "front page: download, gzipped", unit: "bytes", measured: page, goal: 900e3 },
      { name: "notebook: ready", unit: "ms", measured: site.ready, goal: 4000 },
      { name: "notebook: first cell", unit: "ms", measured: site.firstCell, goal: 500 },
      { name: "notebook: all cells of 02", unit: "ms", measured: site.allCells, goal: 4000 },
      { name: "notebook: slider to figure", unit: "ms", measured: site.slider, goal: 150 },
      {
        name: "notebook: first visit that runs 02, gzipped",
        unit: "bytes",
        measured: site.download,
        goal: 12e6,
      },
      { name: "size of the site without the API reference", unit: "bytes", measured: size, goal: 65e6 },
    ];
  },
};

/** @param {LiveResult} result */
function row({ name, unit, measured: { median, min, max }, goal }) {
  const text = unit === "ms" ? (/** @type {number} */ ms) => duration(ms / 1000) : megabytes;
  const range = min < max ? ` (${text(min)}–${text(max)})` : "";
  return [name, text(median) + range, verdict(`at most ${text(goal)}`, median <= goal)];
}

/** @param {number} bytes */
function megabytes(bytes) {
  return bytes < 1e6 ? `${digits(bytes / 1e3)} KB` : `${digits(bytes / 1e6)} MB`;
}
