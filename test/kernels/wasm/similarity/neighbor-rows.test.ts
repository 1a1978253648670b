import { expect, test, vi } from "vitest";
import { MemoryPlan } from "../../../../src/kernels/wasm/memory-plan.js";
import { LostHelper, Session } from "../../../../src/kernels/wasm/session.js";
import {
  allRows,
  longestRow,
  NeighborRows,
  toLine,
} from "../../../../src/kernels/wasm/similarity/neighbor-rows.js";
import { rowOf } from "../../../../src/sparse/row-of.js";
import { runtimes } from "../on-threads.js";
import { drawn } from "./neighbor-cases.js";

const ratings = drawn(9, 4, true);
const { similarities } = ratings;

/** Room for rows in a session of a runtime. */
function roomIn(runtime: (typeof runtimes)[number]) {
  const plan = new MemoryPlan();
  const rows = new NeighborRows(plan, ratings, {
    slots: similarities.rowCount,
    entries: similarities.count,
    threads: runtime.threads,
  });
  return { rows, session: runtime.open(plan)! };
}

test.each(runtimes)(
  "rows are sorted by similarity, equal ones in their order: $threads threads",
  (runtime) => {
    const { rows, session } = roomIn(runtime);
    rows.put(session, Int32Array.of(5, 0));
    const starts = session.int32(rows.starts, 3);
    for (const [slot, row] of [5, 0].entries()) {
      const { indices, values } = rowOf(similarities, row);
      const order = Array.from(indices.keys()).sort((a, b) => values[b]! - values[a]!);
      const [start, length] = [starts[slot]!, starts[slot + 1]! - starts[slot]!];
      expect([...session.int32(rows.indices + 4 * start, length)]).toEqual(order.map((k) => indices[k]));
      expect([...session.float64(rows.values + 8 * start, length)]).toEqual(order.map((k) => values[k]));
      expect(session.float64(rows.offsets, 2)[slot]).toBe(ratings.rowOffsets[row]);
      expect(session.float64(rows.scales, 2)[slot]).toBe(ratings.rowScales[row]);
    }
    runtime.close(session);
  },
);

test("all rows, unless a helper is lost; other errors stay errors", () => {
  const { rows, session } = roomIn(runtimes[0]!);
  expect(rows.putAll(session)).toBe(true);
  expect([...session.int32(rows.starts, 10)]).toEqual([...similarities.starts]);
  const runParts = vi.spyOn(Session.prototype, "runParts");
  runParts.mockImplementationOnce(() => {
    throw new LostHelper("a helper thread did not finish");
  });
  expect(rows.putAll(session)).toBe(false);
  runParts.mockImplementationOnce(() => {
    throw new Error("the kernel failed");
  });
  expect(() => rows.putAll(session)).toThrow("the kernel failed");
  runParts.mockRestore();
});

test("helpers of rows and memory", () => {
  expect([...allRows({ rowCount: 3 })]).toEqual([0, 1, 2]);
  expect(longestRow({ starts: Int32Array.of(0, 2, 7, 8) })).toBe(5);
  expect(longestRow({ starts: Int32Array.of(0) })).toBe(0);
  expect([0, 1, 64, 65].map(toLine)).toEqual([0, 64, 64, 128]);
});
