import { expect, test } from "vitest";
import { csvFile } from "../../src/plans/relations.js";
import { PlanRunner } from "../../src/session/plan-runner.js";
import { parseAddress } from "../../src/transport/address.js";
import { Connection } from "../../src/transport/connection.js";
import { fakeRows } from "../fake-rows.js";
import { type FakeBehaviour, FakeServer } from "../fake-server.js";

async function withRunner<Result>(behaviour: FakeBehaviour, use: (runner: PlanRunner) => Promise<Result>) {
  const server = await FakeServer.start(behaviour);
  const connection = new Connection(parseAddress(server.address));
  try {
    return { server, result: await use(new PlanRunner(connection)) };
  } finally {
    connection.close();
  }
}

test("batches come in order, and other responses are no batches", async () => {
  const progress = { case: "executionProgress", value: {} };
  const answers = () => [fakeRows({ x: [1, 2] }), progress, fakeRows({ x: [3] })];
  const { result } = await withRunner({ answers }, (runner) => runner.collect(csvFile("/a")));
  expect(result.map((batch) => [...batch.numbers("x")])).toEqual([[1, 2], [3]]);
});

test("a command of machine learning gives its result", async () => {
  const info = { case: "operatorInfo", value: { type: { case: "objRef", value: { id: "m" } } } };
  const answers = () => [{ case: "mlCommandResult", value: { resultType: info } }];
  const { result } = await withRunner({ answers }, (runner) => runner.mlCommand({}));
  expect(result).toMatchObject({ resultType: info });
});

test("a folder is written once, or replaced", async () => {
  const { server } = await withRunner({}, async (runner) => {
    await runner.writeParquet(csvFile("/a"), "/lists");
    await runner.writeParquet(csvFile("/a"), "/lists", { overwrite: true });
  });
  const writes = server.requests("ExecutePlan").map(({ plan }: any) => plan.opType.value.commandType.value);
  expect(writes).toMatchObject([
    { source: "parquet", mode: 3, saveType: { case: "path", value: "/lists" } },
    { source: "parquet", mode: 2 },
  ]);
});
