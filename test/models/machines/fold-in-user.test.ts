import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { foldInUser } from "../../../src/models/machines/fold-in-user.js";
import { GibbsSampler } from "../../../src/models/machines/gibbs-sampler.js";
import { historyBlock } from "../../../src/models/machines/history-block.js";
import { MachineSamples } from "../../../src/models/machines/machine-samples.js";
import { NormalLink } from "../../../src/models/machines/normal-link.js";
import { NormalTargets } from "../../../src/models/machines/normal-targets.js";
import { SampledRows } from "../../../src/models/machines/sampled-rows.js";
import { choleskySolution } from "../../../src/reference/cholesky.js";
import { type Machine, machineScore } from "../../../src/reference/factorization-machine.js";
import { tableOf } from "../../sparse/matrices.js";
import { smallRatings } from "../contract/conformance.js";

const { byUser, byItem, userIndices, itemIndices, values, mean, users, items } = smallRatings;
const blocks = [historyBlock(byUser, "user"), historyBlock(byItem, "item")] as const;
const targets = values.map((value) => value - mean);
const sampler = new GibbsSampler(
  { blocks, rowsOfRatings: [userIndices, itemIndices], targets: new NormalTargets(targets) },
  2,
  random({ seed: 2 }),
);
for (let sweep = 0; sweep < 10; sweep++) sampler.sweep();
const userColumns = users.size + items.size;
const samples = MachineSamples.empty({ factors: 2, columns: 2 * userColumns, groups: 4, cuts: 0 }, 1);
samples.write(0, sampler);
const rows = new SampledRows(samples, blocks[1].features, userColumns);
const machineFor = (rowOfRating: Int32Array) => ({
  samples,
  items: rows,
  rowOfRating,
  userCount: users.size,
  historySize: items.size,
  link: new NormalLink(samples, mean),
});

/** The parameters of the sample, and a new column at the end: the id of the new user. */
const parameters = Array.from({ length: 2 * userColumns }, (_, k) => [
  ...samples.columns(0).subarray(3 * k, 3 * k + 3),
]);
const withId = ([weight, ...factors]: readonly number[]): Machine => ({
  bias: mean + samples.bias(0),
  weights: [...parameters.map((each) => each[0]!), weight!],
  factors: [1, 2].map((f) => [...parameters.map((each) => each[f]!), factors[f - 1]!]),
  noise: 1,
  weightPriors: [],
  factorPriors: [],
});
/** The features of a new user who rated `rated`, and an item. */
const featuresOf = (rated: readonly number[], item: number) => [
  ...users.ids.map(() => 0),
  ...items.ids.map((_, other) => (rated.includes(other) ? 1 / Math.sqrt(rated.length) : 0)),
  ...tableOf(blocks[1].features)[item]!,
  1,
];

test("a folded-in user's scores are those of a machine with the posterior mean of the id", () => {
  const rated = [0, 2, 3];
  const ratings = [5, 1, 4];
  const { means, precisions } = samples.prior(0, 0);
  const noise = samples.noise(0);
  // The score is linear in weight and factors of the id: slopes and residuals by evaluating it.
  const scoreAt = (item: number, id: readonly number[]) => machineScore(featuresOf(rated, item), withId(id));
  const zero = [0, 0, 0];
  const slopes = rated.map((item) =>
    zero.map(
      (_, f) =>
        scoreAt(
          item,
          zero.map((_, g) => (f === g ? 1 : 0)),
        ) - scoreAt(item, zero),
    ),
  );
  const left = zero.map((_, f) =>
    zero.map((_, g) => slopes.reduce((sum, h) => sum + noise * h[f]! * h[g]!, f === g ? precisions[f]! : 0)),
  );
  const right = zero.map((_, f) =>
    slopes.reduce(
      (sum, h, k) => sum + noise * h[f]! * (ratings[k]! - scoreAt(rated[k]!, zero)),
      precisions[f]! * means[f]!,
    ),
  );
  const id = choleskySolution(left, right);
  const history = { itemIndices: Int32Array.from(rated), values: Float64Array.from(ratings) };
  const [user] = foldInUser(machineFor(history.itemIndices), history);
  for (const item of items.ids.keys()) {
    const own = rows.row(0, item);
    const score = user!.reduce((sum, value, f) => sum + (f === 0 ? value + own[0]! : value * own[f]!), 0);
    expect(mean + samples.bias(0) + score).toBeCloseTo(scoreAt(item, id), 4);
  }
});

test("a user without ratings has the prior's mean", () => {
  const nothing = new Int32Array(0);
  const [user] = foldInUser(machineFor(nothing), { itemIndices: nothing, values: new Float64Array(0) });
  for (const [f, value] of samples.prior(0, 0).means.entries()) expect(user![f]).toBeCloseTo(value, 5);
});
