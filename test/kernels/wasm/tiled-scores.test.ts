import { expect, test } from "vitest";
import { MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";
import { Runtime } from "../../../src/kernels/wasm/runtime.js";
import { LostHelper } from "../../../src/kernels/wasm/session.js";
import type { WriteTileLists } from "../../../src/kernels/wasm/tile-lists.js";
import { tiledScores } from "../../../src/kernels/wasm/tiled-scores.js";

/** A job whose scores are 1 in WebAssembly and 2 in plain TypeScript. */
function jobThat(fails?: Error, writeLists?: WriteTileLists) {
  const plan = new MemoryPlan();
  const place = plan.float64(6);
  const runtime = new Runtime({ threads: 1, relaxedSimd: false });
  const session = runtime.open(plan)!;
  const asked: string[] = [];
  const job = tiledScores(runtime, session, {
    stride: 3,
    firstTile: 2,
    writeLists,
    fits: (users) => users.length <= 2,
    inSession: (users) => {
      asked.push(`session ${users}`);
      if (fails) throw fails;
      session.float64(place, 6).fill(1);
      return place;
    },
    plain: (users) => {
      asked.push(`plain ${users}`);
      return new Float64Array(users.length * 3).fill(2);
    },
  });
  return { job, asked };
}

test("takes the session for a tile that fits, and the plain kernel for a larger one", () => {
  const { job, asked } = jobThat();
  expect([...job.of(Int32Array.of(7))]).toEqual([1, 1, 1]);
  expect(job.of(Int32Array.of(7, 8, 9))).toHaveLength(9);
  expect(job.of(Int32Array.of(7, 8))).toHaveLength(6);
  expect(asked).toEqual(["session 7", "plain 7,8,9", "session 7,8"]);
  job.close();
});

test("computes in plain TypeScript from where a thread is lost, and passes other errors on", () => {
  const { job, asked } = jobThat(new LostHelper("gone"));
  expect([...job.of(Int32Array.of(7))]).toEqual([2, 2, 2]);
  expect([...job.of(Int32Array.of(8))]).toEqual([2, 2, 2]);
  expect(asked).toEqual(["session 7", "plain 7", "plain 8"]);
  expect(() => jobThat(new Error("failed")).job.of(Int32Array.of(7))).toThrow("failed");
});

const places = { count: 0, itemIndices: new Int32Array(0), scores: new Float64Array(0) };

test("writes the lists of a tile that fits, from its scores", () => {
  const written: unknown[] = [];
  const { job, asked } = jobThat(undefined, (session, { userIndices, scores, stride }, into, first) => {
    written.push([...userIndices], session.float64(scores, 3)[2], stride, into === places, first);
  });
  expect(job.writeLists!(Int32Array.of(7, 8), places, 5)).toBe(true);
  expect(job.writeLists!(Int32Array.of(7, 8, 9), places, 5)).toBe(false);
  expect(written).toEqual([[7, 8], 1, 3, true, 5]);
  expect(asked).toEqual(["session 7,8"]);
});

test("without lists to write nothing is scored for them", () => {
  const { job, asked } = jobThat();
  expect(job.writeLists!(Int32Array.of(7), places, 0)).toBe(false);
  expect(asked).toEqual([]);
});

test("a thread that is lost while lists are written leaves them, and all that follows, to plain TypeScript", () => {
  const { job, asked } = jobThat(undefined, () => {
    throw new LostHelper("gone");
  });
  expect(job.writeLists!(Int32Array.of(7), places, 0)).toBe(false);
  expect([...job.of(Int32Array.of(7))]).toEqual([2, 2, 2]);
  expect(job.writeLists!(Int32Array.of(8), places, 0)).toBe(false);
  expect(asked).toEqual(["session 7", "plain 7"]);
});
