import { expect, test } from "vitest";
import { drawGamma } from "../../../src/math/draw-gamma.js";
import { random } from "../../../src/math/random.js";
import { dateBlock } from "../../../src/models/machines/dates/date-block.js";
import { RatingDates } from "../../../src/models/machines/dates/rating-dates.js";
import { GibbsSampler } from "../../../src/models/machines/gibbs-sampler.js";
import { historyBlock } from "../../../src/models/machines/history-block.js";
import { NormalTargets } from "../../../src/models/machines/normal-targets.js";
import { gibbsSweep, type Machine, machineScore } from "../../../src/reference/factorization-machine.js";
import { sparse, tableOf } from "../../sparse/matrices.js";
import { smallRatings } from "../contract/conformance.js";

const { byUser, byItem, userIndices, itemIndices, values, mean } = smallRatings;
const blocks = [historyBlock(byUser, "user"), historyBlock(byItem, "item")];
const targets = values.map((value) => value - mean);
const history = { blocks, rowsOfRatings: [userIndices, itemIndices], targets: new NormalTargets(targets) };
const dates = dateBlock(
  new RatingDates(
    smallRatings.withColumns({ ...smallRatings, timestamps: values.map((_, t) => 7e4 * (t % 6)) }),
  ),
);
const dated = {
  ...history,
  blocks: [...blocks, dates.block],
  rowsOfRatings: [...history.rowsOfRatings, dates.rowOfRating],
};

test.each([
  ["ids and histories", history],
  ["dates too", dated],
])("draws the numbers of the reference without blocks, sweep after sweep: %s", (_, data) => {
  /** Each rating as one dense row of all features. */
  const rows = Array.from(values, (_, t) =>
    data.blocks.flatMap(({ features }, side) => tableOf(features)[data.rowsOfRatings[side]![t]!]!),
  );
  const groups = data.blocks.flatMap((block) => block.groups);
  const groupOf = groups.flatMap(({ size }, group) => Array<number>(size).fill(group));
  const factors = 3;
  const sampler = new GibbsSampler(data, factors, random({ seed: 4 }));
  const draws = random({ seed: 4 });
  const machine: Machine = {
    bias: 0,
    weights: groupOf.map(() => 0),
    factors: Array.from({ length: factors }, () => groupOf.map(() => 0.1 * draws.normal())),
    noise: 1,
    weightPriors: groups.map(() => ({ mean: 0, precision: 1 })),
    factorPriors: Array.from({ length: factors }, () => groups.map(() => ({ mean: 0, precision: 1 }))),
  };
  const source = { normal: () => draws.normal(), gamma: (shape: number) => drawGamma(draws, shape) };
  for (let sweep = 0; sweep < 20; sweep++) {
    sampler.sweep();
    gibbsSweep(rows, [...targets], machine, groupOf, source);
    expect(sampler.noise).toBeCloseTo(machine.noise, 9);
    expect(sampler.bias).toBeCloseTo(machine.bias, 9);
    const near = (actual: Float64Array, expected: readonly number[]) => {
      for (const [k, value] of expected.entries()) expect(actual[k]).toBeCloseTo(value, 9);
    };
    near(sampler.weights, machine.weights);
    for (const [f, ofFactor] of machine.factors.entries()) near(sampler.values[f]!, ofFactor);
    for (const [f, priors] of [machine.weightPriors, ...machine.factorPriors].entries()) {
      near(
        sampler.priors[f]!,
        priors.flatMap((prior) => [prior.mean, prior.precision]),
      );
    }
  }
});

test("recovers the scores, the noise and the prior's spread of data that a machine generated", {
  tags: "slow",
}, () => {
  const draws = random({ seed: 8 });
  const [userCount, itemCount, factors, noise] = [60, 50, 2, 0.3];
  const rated = Array.from({ length: userCount * itemCount }, (_, k) => k).filter(
    () => draws.uniform() < 0.4,
  );
  const columns = 2 * (userCount + itemCount);
  const truth: Machine = {
    bias: 0.7,
    weights: Array.from({ length: columns }, () => 0.5 * draws.normal()),
    factors: Array.from({ length: factors }, () =>
      Array.from({ length: columns }, () => 0.6 * draws.normal()),
    ),
    noise: 1 / noise ** 2,
    weightPriors: [],
    factorPriors: [],
  };
  const ratings = {
    userIndices: Int32Array.from(rated, (k) => Math.floor(k / itemCount)),
    itemIndices: Int32Array.from(rated, (k) => k % itemCount),
  };
  const side = (own: Int32Array, other: Int32Array, ownCount: number, otherCount: number) =>
    Array.from({ length: ownCount }, (_, row) => {
      const history = Array<number>(otherCount).fill(0);
      for (const [t, index] of own.entries()) if (index === row) history[other[t]!] = 1;
      const length = Math.sqrt(history.filter((x) => x > 0).length);
      return [
        ...Array.from({ length: ownCount }, (_, id) => (id === row ? 1 : 0)),
        ...history.map((x) => x / length),
      ];
    });
  const users = side(ratings.userIndices, ratings.itemIndices, userCount, itemCount);
  const items = side(ratings.itemIndices, ratings.userIndices, itemCount, userCount);
  const scores = rated.map((_, t) =>
    machineScore([...users[ratings.userIndices[t]!]!, ...items[ratings.itemIndices[t]!]!], truth),
  );
  const generated = Float64Array.from(scores, (score) => score + noise * draws.normal());
  const train = scores.map((_, t) => t % 5 !== 0);
  const matrix = (
    table: readonly (readonly number[])[],
    name: string,
    ownCount: number,
    otherCount: number,
  ) => ({
    features: sparse(table),
    groups: [
      { name, size: ownCount },
      { name: `${name}'s history`, size: otherCount },
    ],
  });
  const inTrain = (_: number, t: number) => train[t]!;
  const sampler = new GibbsSampler(
    {
      blocks: [matrix(users, "user", userCount, itemCount), matrix(items, "item", itemCount, userCount)],
      rowsOfRatings: [ratings.userIndices.filter(inTrain), ratings.itemIndices.filter(inTrain)],
      targets: new NormalTargets(generated.filter(inTrain)),
    },
    factors,
    random({ seed: 1 }),
  );
  const predicted = new Float64Array(scores.length);
  const [burnIn, kept] = [200, 300];
  let variance = 0;
  for (let sweep = 0; sweep < burnIn + kept; sweep++) {
    sampler.sweep();
    if (sweep < burnIn) continue;
    variance += 1 / sampler.noise / kept;
    const drawn = {
      bias: sampler.bias,
      weights: [...sampler.weights],
      factors: sampler.values.map((v) => [...v]),
    };
    for (let t = 0; t < scores.length; t += 5) {
      const row = [...users[ratings.userIndices[t]!]!, ...items[ratings.itemIndices[t]!]!];
      predicted[t]! += machineScore(row, { ...truth, ...drawn }) / kept;
    }
  }
  expect(Math.sqrt(variance) / noise).toBeGreaterThan(0.9);
  expect(Math.sqrt(variance) / noise).toBeLessThan(1.1);
  const heldBack = scores.map((_, t) => t).filter((t) => !train[t]);
  const center = average(heldBack.map((t) => scores[t]!));
  const error = average(heldBack.map((t) => (predicted[t]! - scores[t]!) ** 2));
  const spread = average(heldBack.map((t) => (scores[t]! - center) ** 2));
  expect(error / spread).toBeLessThan(0.1);
});

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
