import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { mean } from "../../../src/math/statistics.js";
import { OrdinalTargets } from "../../../src/models/machines/ordinal-targets.js";

const TRUE_CUTS = [-0.7, 0.2, 1.5];

/** Scores, and classes that the true cut points give them. */
function generated(count: number) {
  const draws = random({ seed: 7 });
  const scores = new Float64Array(count).map(() => draws.normal());
  const classes = Int32Array.from(scores, (score) => {
    const latent = score + draws.normal();
    return TRUE_CUTS.filter((cut) => latent > cut).length;
  });
  return { scores, classes };
}

describe("OrdinalTargets", () => {
  const { scores, classes } = generated(4000);
  const targets = new OrdinalTargets(classes, 4);
  const draws = random({ seed: 1 });
  const residuals = targets.start().map((target, t) => target - scores[t]!);
  const cuts: number[][] = [];
  for (let sweep = 0; sweep < 300; sweep++) {
    expect(targets.draw(residuals, draws)).toBe(1);
    if (sweep >= 100) cuts.push([...targets.cuts]);
  }

  test("recovers cut points, and moves them", () => {
    for (const [k, cut] of TRUE_CUTS.entries()) {
      expect(Math.abs(mean(cuts.map((each) => each[k]!)) - cut)).toBeLessThan(0.1);
    }
    const moves = cuts.filter((each, k) => k > 0 && each[0] !== cuts[k - 1]![0]).length;
    expect(moves).toBeGreaterThan(40);
  });

  test("draws latent targets between the cut points of their class, and keeps the scores", () => {
    for (const [t, own] of classes.entries()) {
      const latent = scores[t]! + residuals[t]!;
      expect(latent).toBeGreaterThanOrEqual((targets.cuts[own - 1] ?? Number.NEGATIVE_INFINITY) - 1e-9);
      expect(latent).toBeLessThanOrEqual((targets.cuts[own] ?? Number.POSITIVE_INFINITY) + 1e-9);
    }
    expect(mean(residuals)).toBeCloseTo(0, 1);
  });
});
