import type { CsrMatrix } from "../../../sparse/csr-matrix.js";
import { denseWeightScores, type OpenDenseWeightScores } from "../../item-weights/dense-weight-scores.js";
import { MemoryPlan } from "../memory-plan.js";
import { entriesOf, mostEntries } from "../row-entries.js";
import type { Runtime } from "../runtime.js";
import { planTileLists } from "../tile-lists.js";
import { tiledScores } from "../tiled-scores.js";

/** Items of a panel, and panels that a thread takes at a time. */
const PANEL = 8;
const PART = 4;

/** Rows of weights that are copied to all panels together: they stay in a core's cache. */
const ROWS = 32;

/** With fewer users for each item, copying the weights costs more than it saves. */
const LEAST_SHARE = 1 / 16;

/** With fewer scores, opening the job does. */
const LEAST_SCORES = 100_000;

/**
 * {@link denseWeightScores} for many users in WebAssembly, on all threads, with the same bits but
 * with relaxed SIMD. The weights are copied once, in panels: 8 × items² bytes more. Plain:
 * src/kernels/item-weights/dense-weight-scores.ts.
 */
export function openDenseWeightScoresOn(runtime: Runtime): OpenDenseWeightScores {
  return (byUser, weights, size) => {
    const { users, perTile } = size;
    const n = byUser.columnCount;
    const worth = Math.min(users / n / LEAST_SHARE, (users * n) / LEAST_SCORES);
    if (!runtime.isWorth(worth, 1)) return undefined;
    const stride = Math.ceil(n / PANEL) * PANEL;
    const most = mostEntries(byUser, perTile);
    const scratchBytes = 8 * PANEL * n;
    const plan = new MemoryPlan();
    const weightsPlace = plan.float64(n * stride);
    const startsPlace = plan.int32(perTile + 1);
    const indicesPlace = plan.int32(most);
    const valuesPlace = plan.float64(most);
    const scores = plan.float64(perTile * stride);
    const scratch = plan.reserve(scratchBytes * runtime.threads);
    const writeLists = planTileLists(plan, size, n);
    const session = runtime.open(plan);
    if (!session) return undefined;
    session.useScratch(scratch, scratchBytes);
    copyToPanels(weights, n, session.float64(weightsPlace, n * stride));
    const starts = session.int32(startsPlace, perTile + 1);
    const indices = session.int32(indicesPlace, most);
    const values = session.float64(valuesPlace, most);
    return tiledScores(runtime, session, {
      stride,
      writeLists,
      firstTile: perTile,
      fits: (userIndices) => userIndices.length <= perTile && entriesOf(byUser, userIndices) <= most,
      inSession: (userIndices) => {
        for (let user = 0; user < userIndices.length; user++) {
          const [start, end] = [byUser.starts[userIndices[user]], byUser.starts[userIndices[user] + 1]];
          indices.set(byUser.indices.subarray(start, end), starts[user]);
          values.set(byUser.values.subarray(start, end), starts[user]);
          starts[user + 1] = starts[user] + end - start;
        }
        const tile = [startsPlace, indicesPlace, valuesPlace, userIndices.length, scores, stride];
        session.runParts(
          "denseWeightScores",
          { count: stride / PANEL, part: PART },
          weightsPlace,
          n,
          ...tile,
        );
        markUndefined(byUser, userIndices, session.float64(scores, userIndices.length * stride), stride);
        return scores;
      },
      plain: (userIndices) => {
        const rows = new Float64Array(userIndices.length * stride);
        for (let user = 0; user < userIndices.length; user++) {
          const [start, end] = [byUser.starts[userIndices[user]], byUser.starts[userIndices[user] + 1]];
          const [own, ofOwn] = [byUser.indices.subarray(start, end), byUser.values.subarray(start, end)];
          denseWeightScores(own, ofOwn, weights, rows.subarray(user * stride, user * stride + n));
        }
        return rows;
      },
    });
  };
}

/** Copies n rows of n weights to panels of eight columns, n rows each. */
function copyToPanels(weights: Float64Array, n: number, panels: Float64Array): void {
  for (let first = 0; first < n; first += ROWS) {
    const end = Math.min(first + ROWS, n);
    for (let column = 0; column < n; column += PANEL) {
      const width = Math.min(PANEL, n - column);
      for (let row = first; row < end; row++) {
        const from = row * n + column;
        const to = column * n + row * PANEL;
        for (let k = 0; k < width; k++) panels[to + k] = weights[from + k];
      }
    }
  }
}

/** NaN for a user without items, and for the only item of a user, as in the plain kernel. */
function markUndefined(
  { starts, indices }: CsrMatrix,
  userIndices: Int32Array,
  scores: Float64Array,
  stride: number,
): void {
  for (let user = 0; user < userIndices.length; user++) {
    const start = starts[userIndices[user]];
    const count = starts[userIndices[user] + 1] - start;
    if (count === 0) scores.fill(Number.NaN, user * stride, (user + 1) * stride);
    if (count === 1) scores[user * stride + indices[start]] = Number.NaN;
  }
}
