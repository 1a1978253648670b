import { describe, expect, test } from "vitest";
import { parseAddress } from "../../src/transport/address.js";
import { Connection } from "../../src/transport/connection.js";
import { execute, type RunOptions } from "../../src/transport/execute.js";
import type { Fields } from "../../src/transport/messages.js";
import { CuttingProxy, type FakeBehaviour, FakeServer } from "../fake-server.js";

const PLAN = { case: "root", value: { relType: { case: "sql", value: { query: "SELECT 1" } } } };
const rows = (count: number, bytes = 4) =>
  Array.from({ length: count }, (_, index) => ({
    case: "arrowBatch",
    value: { rowCount: BigInt(index), data: new Uint8Array(bytes).fill(index) },
  }));
const four = { answers: () => rows(4) };

/** What a plan gives: the numbers of its batches, and the server that it ran on. */
async function run(behaviour: FakeBehaviour, options: RunOptions & { address?: string } = {}) {
  const server = await FakeServer.start(behaviour);
  const batches = await numbersOf(server.address, options);
  return { batches, server };
}

async function numbersOf(address: string, options: RunOptions = {}, onBatch?: () => void): Promise<number[]> {
  const connection = new Connection(parseAddress(address));
  const numbers: number[] = [];
  try {
    for await (const { responseType } of execute(connection, PLAN, options)) {
      numbers.push(Number(((responseType as Fields).value as Fields).rowCount));
      onBatch?.();
    }
  } finally {
    connection.close();
  }
  return numbers;
}

/** The operation ids of all calls: one operation has one. */
const operations = (server: FakeServer) =>
  new Set(
    [...server.requests("ExecutePlan"), ...server.requests("ReattachExecute")].map(
      (each) => each.operationId,
    ),
  );

describe("a plan", () => {
  test("gives its responses, and is released", async () => {
    const { batches, server } = await run(four);
    expect(batches).toEqual([0, 1, 2, 3]);
    expect(server.methods()).toEqual(["ExecutePlan", "ReleaseExecute"]);
  });

  test("continues where the server ends a stream early", async () => {
    const { batches, server } = await run({ ...four, perStream: 2 });
    expect(batches).toEqual([0, 1, 2, 3]);
    expect(server.requests("ReattachExecute").map(({ lastResponseId }) => lastResponseId)).toEqual([
      "1",
      "3",
    ]);
    expect(server.requests("ExecutePlan").length).toBe(1);
  });

  test.each([0, 1, 3, 4, 5])(
    "continues after a connection that is lost after %i responses",
    async (lostAfter) => {
      const { batches, server } = await run({ ...four, lostAfter });
      expect(batches).toEqual([0, 1, 2, 3]);
      expect(server.requests("ExecutePlan").length).toBe(1);
      expect(operations(server).size).toBe(1);
      expect(server.methods().at(-1)).toBe("ReleaseExecute");
    },
  );

  test("is sent again, with the same id, only where it never arrived", async () => {
    const { batches, server } = await run({ ...four, losesFirst: true });
    expect(batches).toEqual([0, 1, 2, 3]);
    expect(server.methods()).toEqual(["ExecutePlan", "ReattachExecute", "ExecutePlan", "ReleaseExecute"]);
    expect(operations(server).size).toBe(1);
  });

  test("is not sent again where the server forgot it after a response", async () => {
    const gone = { code: 13, details: "[INVALID_HANDLE.OPERATION_NOT_FOUND] Operation not found." };
    const server = await FakeServer.start({ answers: () => gone });
    await expect(numbersOf(server.address)).rejects.toThrow("failed with INVALID_HANDLE.OPERATION_NOT_FOUND");
    expect(server.requests("ExecutePlan").length).toBe(2);
  });

  test("fails with the server's class and text, and is not tried again", async () => {
    const answers = () => ({ code: 13, details: "[UNRESOLVED_COLUMN] no column x." });
    const server = await FakeServer.start({ answers });
    await expect(numbersOf(server.address)).rejects.toMatchObject({
      errorClass: "UNRESOLVED_COLUMN",
      code: 13,
    });
    expect(server.methods()).toEqual(["ExecutePlan", "Interrupt", "ReleaseExecute"]);
  });
});

describe("a connection that is cut", () => {
  const large = { answers: () => rows(4, 50_000) };

  // The first response starts within the first 1,000 bytes and ends after 50,000.
  test.each([100, 20_000, 70_000])("after %i bytes from the server loses nothing", async (cutAfter) => {
    const server = await FakeServer.start(large);
    const proxy = await CuttingProxy.start(server.port, { cutAfter });
    expect(await numbersOf(proxy.address)).toEqual([0, 1, 2, 3]);
    expect(operations(server).size).toBe(1);
    expect(server.requests("ReattachExecute").length).toBeGreaterThan(0);
  });

  test("after a response loses nothing", async () => {
    const server = await FakeServer.start({ ...large, perStream: 2 });
    const proxy = await CuttingProxy.start(server.port);
    let isCut = false;
    const numbers = await numbersOf(proxy.address, {}, () => {
      if (!isCut) proxy.cut();
      isCut = true;
    });
    expect(numbers).toEqual([0, 1, 2, 3]);
    expect(server.requests("ExecutePlan").length).toBe(1);
  });
});

describe("work that takes too long", () => {
  test("is interrupted and released at its timeout", async () => {
    const server = await FakeServer.start({ ...four, delay: 1000 });
    await expect(numbersOf(server.address, { timeout: 50 })).rejects.toThrow("pass a longer timeout");
    expect(server.methods()).toEqual(["ExecutePlan", "Interrupt", "ReleaseExecute"]);
    const [{ operationId } = {}] = server.requests("ExecutePlan");
    expect(server.requests("Interrupt")[0]?.interrupt).toEqual({ case: "operationId", value: operationId });
  });

  test("is interrupted by its signal, and throws the signal's reason", async () => {
    const server = await FakeServer.start({ ...four, delay: 1000 });
    const reason = new Error("the reader went away");
    const signal = AbortSignal.timeout(50);
    const controller = new AbortController();
    signal.addEventListener("abort", () => controller.abort(reason));
    await expect(numbersOf(server.address, { signal: controller.signal })).rejects.toBe(reason);
    expect(server.methods()).toEqual(["ExecutePlan", "Interrupt", "ReleaseExecute"]);
  });

  test("does not start with an aborted signal", async () => {
    const server = await FakeServer.start(four);
    await expect(numbersOf(server.address, { signal: AbortSignal.abort("no") })).rejects.toBe("no");
    expect(server.calls).toEqual([]);
  });

  test("is interrupted where the reader stops early", async () => {
    const server = await FakeServer.start(four);
    const connection = new Connection(parseAddress(server.address));
    for await (const _ of execute(connection, PLAN)) break;
    connection.close();
    expect(server.methods()).toEqual(["ExecutePlan", "Interrupt", "ReleaseExecute"]);
  });
});
