import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderedDot } from "../../../../src/kernels/dense/ordered-dot.js";
import { type AlsSchedule, stepAlsSides } from "../../../../src/kernels/factors/step-als-sides.js";
import { stepAlsSidesOn } from "../../../../src/kernels/wasm/factors/step-als-sides.js";
import { runtimes } from "../on-threads.js";
import { alsSides, alsSizes } from "./als-cases.js";

const schedule = (given: Partial<AlsSchedule> = {}): AlsSchedule => ({
  iterations: 2,
  steps: 3,
  precision: "double",
  onIteration: () => {},
  ...given,
});

/**
 * The scores of all users for all items: factors themselves may differ by the rounding of a step.
 */
function scoresOf({ users, items }: ReturnType<typeof alsSides>): number[] {
  const { values: x, width } = users.factors;
  const { values: y } = items.factors;
  const [userCount, itemCount] = [x.length / width, y.length / width];
  return Array.from({ length: userCount * itemCount }, (_, pair) =>
    orderedDot(x, y, Math.floor(pair / itemCount) * width, (pair % itemCount) * width, width),
  );
}

describe.each(runtimes)("conjugate gradient steps in WebAssembly on $threads threads", (runtime) => {
  const accelerated = stepAlsSidesOn(runtime);

  test("give the bits of the plain kernel in double precision", () => {
    fc.assert(
      fc.property(alsSizes, fc.nat(4), (size, steps) => {
        const [own, expected] = [alsSides(size), alsSides(size)];
        accelerated(own.users, own.items, schedule({ steps }));
        stepAlsSides(expected.users, expected.items, schedule({ steps }));
        expect(own.users.factors.values).toEqual(expected.users.factors.values);
        expect(own.items.factors.values).toEqual(expected.items.factors.values);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("give scores near the plain kernel's in single precision, the same on any threads", {
    tags: "slow",
  }, () => {
    const single = schedule({ precision: "single" });
    fc.assert(
      fc.property(alsSizes, (size) => {
        const [own, alone, expected] = [alsSides(size), alsSides(size), alsSides(size)];
        accelerated(own.users, own.items, single);
        stepAlsSidesOn(runtimes[0]!)(alone.users, alone.items, single);
        stepAlsSides(expected.users, expected.items, single);
        for (const side of ["users", "items"] as const) {
          const { values } = own[side].factors;
          expect(values).toEqual(alone[side].factors.values);
          expect(values).toEqual(Float64Array.from(new Float32Array(values)));
        }
        const scores = scoresOf(own);
        for (const [pair, score] of scoresOf(expected).entries()) {
          expect(Math.abs(scores[pair]! - score)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("report the iterations done, and an error of the report ends them without a change", () => {
    const { users, items } = alsSides({ users: 40, items: 30, width: 5, seed: 1 });
    const before = users.factors.values.slice();
    const reports: number[] = [];
    const onIteration = (done: number) => {
      reports.push(done);
      if (done === 2) throw new Error("enough");
    };
    expect(() => accelerated(users, items, schedule({ iterations: 5, onIteration }))).toThrow("enough");
    expect(reports).toEqual([0, 1, 2]);
    expect(users.factors.values).toEqual(before);
  });

  test("take another fit in the middle of theirs", () => {
    const size = { users: 40, items: 30, width: 5, seed: 2 };
    const [outer, expected, inner] = [alsSides(size), alsSides(size), alsSides(size)];
    const onIteration = (done: number) => {
      if (done === 1) accelerated(inner.users, inner.items, schedule());
    };
    accelerated(outer.users, outer.items, schedule({ onIteration }));
    stepAlsSides(expected.users, expected.items, schedule());
    expect(outer.items.factors.values).toEqual(expected.items.factors.values);
    expect(inner.items.factors.values).toEqual(expected.items.factors.values);
  });
});
