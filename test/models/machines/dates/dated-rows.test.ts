import { expect, test } from "vitest";
import { random } from "../../../../src/math/random.js";
import { dateBlock } from "../../../../src/models/machines/dates/date-block.js";
import { DatedRows } from "../../../../src/models/machines/dates/dated-rows.js";
import { RatingDates } from "../../../../src/models/machines/dates/rating-dates.js";
import { GibbsSampler } from "../../../../src/models/machines/gibbs-sampler.js";
import { historyBlock } from "../../../../src/models/machines/history-block.js";
import { MachineSamples } from "../../../../src/models/machines/machine-samples.js";
import { NormalTargets } from "../../../../src/models/machines/normal-targets.js";
import { SampledRows } from "../../../../src/models/machines/sampled-rows.js";
import { machineScore } from "../../../../src/reference/factorization-machine.js";
import { tableOf } from "../../../sparse/matrices.js";
import { smallRatings } from "../../contract/conformance.js";

const { byUser, userIndices, values } = smallRatings;
const timestamps = values.map((_, t) => 50_000 * (t % 5));
const dates = new RatingDates(smallRatings.withColumns({ ...smallRatings, timestamps }));
const { block, rowOfRating } = dateBlock(dates);
const users = historyBlock(byUser, "user");
const blocks = [users, block];
const data = { blocks, rowsOfRatings: [userIndices, rowOfRating], targets: new NormalTargets(values) };
const sampler = new GibbsSampler(data, 2, random({ seed: 3 }));
for (let sweep = 0; sweep < 5; sweep++) sampler.sweep();
const [userColumns, dateColumns] = blocks.map(({ features }) => features.columnCount) as [number, number];
const samples = MachineSamples.empty(
  { factors: 2, columns: userColumns + dateColumns, groups: 4, cuts: 0 },
  1,
);
samples.write(0, sampler);
const table = new SampledRows(samples, users.features, 0);
const columns = Array.from({ length: userColumns + dateColumns }, (_, c) => [
  ...samples.columns(0).subarray(3 * c, 3 * c + 3),
]);

test("rows with dates have the scores of the machine with all features", () => {
  const indices = Int32Array.from(userIndices);
  const rows = new DatedRows({ samples, dates }, { table, indices, places: dates.places }).ofSample(0);
  const machine = {
    bias: 0,
    weights: columns.map((each) => each[0]!),
    factors: [1, 2].map((f) => columns.map((each) => each[f]!)),
    noise: 1,
    weightPriors: [],
    factorPriors: [],
  };
  const [ofUsers, ofDates] = [tableOf(users.features), tableOf(block.features)];
  for (const [t, user] of userIndices.entries()) {
    const all = [...ofUsers[user]!, ...ofDates[rowOfRating[t]!]!];
    expect(rows[3 * t]).toBeCloseTo(machineScore(all, machine), 4);
    for (const f of [1, 2]) {
      const sum = all.reduce((total, x, c) => total + x * columns[c]![f]!, 0);
      expect(rows[3 * t + f]).toBeCloseTo(sum, 4);
    }
  }
});

test("a value without ratings has the mean of the prior of its feature", () => {
  const places = [
    [-1, 1],
    [1, -1],
  ];
  const indices = Int32Array.of(2, 2);
  const rows = new DatedRows({ samples, dates }, { table, indices, places }).ofSample(0);
  const [days, hours] = [2, 3].map((group) => samples.prior(0, group).means);
  const second = columns.slice(userColumns);
  const [day, hour] = [second[1]!, second[dates.values[0]!.length + 1]!];
  const user = table.row(0, 2);
  for (const f of [1, 2]) {
    expect(rows[f]).toBeCloseTo(user[f]! + days![f]! + hour[f]!, 5);
    expect(rows[3 + f]).toBeCloseTo(user[f]! + day[f]! + hours![f]!, 5);
  }
});
