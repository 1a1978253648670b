import { factorScores, type OpenFactorScores } from "../../factors/factor-scores.js";
import { MemoryPlan } from "../memory-plan.js";
import type { Runtime } from "../runtime.js";
import { planTileLists } from "../tile-lists.js";
import { tiledScores } from "../tiled-scores.js";

/** Users that a thread takes at a time. */
const PART = 16;

/** Below so many products of two factors, copying the items costs more than it saves. */
const LEAST_SIZE = 2_000_000;

/**
 * {@link factorScores} in WebAssembly, on all threads, with the same bits but with relaxed SIMD.
 * The items' factors are copied once. Plain: src/kernels/factors/factor-scores.ts.
 */
export function openFactorScoresOn(runtime: Runtime): OpenFactorScores {
  return (users, items, mean, size) => {
    const { width, biases } = items;
    const itemCount = biases.length;
    if (!runtime.isWorth(size.users * itemCount * width, LEAST_SIZE)) return undefined;
    const stride = multipleOf4(itemCount);
    const most = multipleOf4(size.perTile);
    const plan = new MemoryPlan();
    const usersPlace = plan.float64(most * width);
    const basesPlace = plan.float64(most);
    const itemsPlace = plan.float64(stride * width);
    const biasesPlace = plan.float64(stride);
    const scores = plan.float64(most * stride);
    const writeLists = planTileLists(plan, size, itemCount);
    const session = runtime.open(plan);
    if (!session) return undefined;
    session.float64(biasesPlace, itemCount).set(biases);
    const packedItems = session.float64(itemsPlace, stride * width);
    for (let item = 0; item < itemCount; item++) pack(items.values, item, item, width, packedItems);
    const packedUsers = session.float64(usersPlace, most * width);
    const userBases = session.float64(basesPlace, most);
    const factors = [usersPlace, basesPlace, itemsPlace, biasesPlace];
    return tiledScores(runtime, session, {
      stride,
      writeLists,
      firstTile: size.perTile,
      fits: (userIndices) => userIndices.length <= size.perTile,
      inSession: (userIndices) => {
        for (let user = 0; user < userIndices.length; user++) {
          pack(users.values, userIndices[user], user, width, packedUsers);
          userBases[user] = mean + users.biases[userIndices[user]];
        }
        const range = { count: multipleOf4(userIndices.length), part: PART };
        session.runParts("factorScores", range, ...factors, stride, width, scores);
        return scores;
      },
      plain: (userIndices) => {
        const rows = new Float64Array(userIndices.length * itemCount);
        factorScores(users, userIndices, items, mean, rows);
        const spread = new Float64Array(userIndices.length * stride);
        for (let user = 0; user < userIndices.length; user++) {
          spread.set(rows.subarray(user * itemCount, (user + 1) * itemCount), user * stride);
        }
        return spread;
      },
    });
  };
}

function multipleOf4(count: number): number {
  return Math.ceil(count / 4) * 4;
}

/** Copies row `from` to row `to` of a panel that has four rows side by side. */
function pack(rows: Float64Array, from: number, to: number, width: number, panel: Float64Array): void {
  const start = (to & ~3) * width + (to & 3);
  for (let k = 0; k < width; k++) panel[start + 4 * k] = rows[from * width + k];
}
