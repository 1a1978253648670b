import { Ratings } from "reelbook";
import { describe, expect, test } from "vitest";
import { SparkAls } from "../../src/models/spark-als.js";
import { connect } from "../../src/session/connect.js";
import { type FakeBehaviour, FakeServer } from "../fake-server.js";

const ratings = Ratings.from([{ userId: 7, itemId: 50, rating: 4 }]);
const info = { case: "operatorInfo", value: { type: { case: "objRef", value: { id: "model-1" } } } };
const fitted = { answers: () => [{ case: "mlCommandResult", value: { resultType: info } }] };

async function fit(behaviour: FakeBehaviour) {
  const server = await FakeServer.start(behaviour);
  const spark = await connect(server.address);
  const model = new SparkAls({ factors: 2 }).fit(spark.ratings(ratings), { check: false });
  const outcome = await model.then(
    (value) => value,
    (error: Error) => error,
  );
  await spark.close();
  const fits = server.requests("ExecutePlan").filter((request) => isFit(request));
  return { outcome, server, operations: new Set(fits.map(({ operationId }) => operationId)) };
}

function isFit({ plan }: any): boolean {
  const command = plan.opType.value.commandType;
  return command?.case === "mlCommand" && command.value.command.case === "fit";
}

describe("a fit", () => {
  test("returns the model that the server names", async () => {
    const { outcome, operations } = await fit(fitted);
    expect(outcome).toMatchObject({ name: "SparkAls", settings: { factors: 2 } });
    expect(operations.size).toBe(1);
  });

  test.each([
    ["a connection that is lost", { ...fitted, lostAfter: 0 }],
    ["a lost last response", { ...fitted, lostAfter: 1 }],
    ["a request that never arrived", { ...fitted, losesFirst: true }],
  ])("is one operation in spite of %s", async (_, behaviour) => {
    const { outcome, operations } = await fit(behaviour);
    expect(outcome).not.toBeInstanceOf(Error);
    expect(operations.size).toBe(1);
  });

  test("that fails is not tried again", async () => {
    const { outcome, operations } = await fit({ answers: () => ({ code: 13, details: "out of memory" }) });
    expect(outcome).toMatchObject({ name: "SparkError" });
    expect(operations.size).toBe(1);
  });

  test("without a model in its answer is an error", async () => {
    expect((await fit({})).outcome).toMatchObject({ message: expect.stringContaining("named no model") });
  });
});
