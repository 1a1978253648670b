import { expect, test } from "vitest";
import { MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";
import { Runtime } from "../../../src/kernels/wasm/runtime.js";
import { LostHelper } from "../../../src/kernels/wasm/session.js";
import { tiledScores } from "../../../src/kernels/wasm/tiled-scores.js";

/** A job whose scores are 1 in WebAssembly and 2 in plain TypeScript. */
function jobThat(fails?: Error) {
  const plan = new MemoryPlan();
  const place = plan.float64(6);
  const runtime = new Runtime({ threads: 1, relaxedSimd: false });
  const session = runtime.open(plan)!;
  const asked: string[] = [];
  const job = tiledScores(runtime, session, {
    stride: 3,
    firstTile: 2,
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
