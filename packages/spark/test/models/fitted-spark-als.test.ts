import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { SparkAls } from "../../src/models/spark-als.js";
import { connect } from "../../src/session/connect.js";
import type { Fields } from "../../src/transport/messages.js";
import { fakeRows } from "../fake-rows.js";
import { FakeServer } from "../fake-server.js";

const info = { case: "operatorInfo", value: { type: { case: "objRef", value: { id: "m" } } } };
const ratings = Ratings.from([{ userId: 7, itemId: 50, rating: 4 }]);

/** A model on a server that answers queries by their text. */
async function fitted(rows: (plan: string) => Fields) {
  const server = await FakeServer.start({
    answers: (plan) => {
      if (plan.case === "command") return [{ case: "mlCommandResult", value: { resultType: info } }];
      return [rows(JSON.stringify(plan, (_, value) => (typeof value === "bigint" ? `${value}` : value)))];
    },
  });
  const spark = await connect(server.address);
  const model = await new SparkAls().fit(spark.ratings(ratings), { check: false });
  return { model, server, spark };
}

test("predictions keep the order of their pairs, and NaN", async () => {
  const { model, spark } = await fitted(() =>
    fakeRows({ row: Array.from([2, 0], (row) => row), prediction: [3.5, null] }),
  );
  const pairs = [1, 2, 3].map((userId) => ({ userId, itemId: 50 }));
  expect([...(await model.predictMany(pairs))]).toEqual([Number.NaN, 0, 3.5]);
  expect(await model.predictMany([])).toEqual(new Float64Array(0));
  await expect(model.predict("anna", 50)).rejects.toThrow('the user id "anna" is not an integer');
  await spark.close();
});

test("recommendations leave out what the user rated, ask for as many more, and order ties by id", async () => {
  const { model, server, spark } = await fitted((plan) =>
    plan.includes("recommendForUserSubset")
      ? fakeRows({ itemId: [60, 50, 59, 70], score: [4, 5, 4, 1] })
      : fakeRows({ itemId: [50] }),
  );
  expect(await model.recommend(7, { count: 2 })).toEqual([
    { itemId: 59, score: 4 },
    { itemId: 60, score: 4 },
  ]);
  const last: any = server.requests("ExecutePlan").at(-1);
  const { lists } = Object.fromEntries(
    last.plan.opType.value.relType.value.references.map((each: any) => ["lists", each.relType.value.input]),
  );
  expect(lists.relType.value.mlType.value.methods[0].args[1].argsType.value.literalType.value).toBe(3);
  expect((await model.recommend(7, { count: 2, excludeSeen: false })).map(({ itemId }) => itemId)).toEqual([
    50, 59,
  ]);
  await expect(model.recommend(7, { count: 0 })).rejects.toThrow(
    "count: 0 is not a whole number of at least 1",
  );
  await spark.close();
});

test("close frees the model, not the session", async () => {
  const { model, server, spark } = await fitted(() => fakeRows({ x: [1] }));
  await model.close();
  const commands = server
    .requests("ExecutePlan")
    .map(({ plan }: any) => plan.opType.value.commandType.value.command);
  expect(commands.at(-1)).toMatchObject({ case: "delete", value: { objRefs: [{ id: "m" }] } });
  expect(server.methods()).not.toContain("ReleaseSession");
  await spark.close();
});
