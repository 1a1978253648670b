import { beforeEach, expect, test, vi } from "vitest";
import { withSpark } from "../../scripts/lib/spark-for-notebook.mjs";
import { startServer, stopServer } from "../../scripts/spark/connect-server.mjs";

const server = { address: "sc://127.0.0.1:7", pid: 1, folder: "none" };
vi.mock("../../scripts/spark/connect-server.mjs", () => ({ startServer: vi.fn(), stopServer: vi.fn() }));
vi.mock("../../scripts/spark/java.mjs", () => ({ javaTrouble: () => undefined }));
vi.mock("../../scripts/spark/server-package.mjs", () => ({ sparkHome: () => "somewhere" }));

beforeEach(() => {
  vi.stubEnv("SPARK_REMOTE", "");
  vi.mocked(startServer).mockReset().mockResolvedValue(server);
  vi.mocked(stopServer).mockReset();
  return () => void vi.unstubAllEnvs();
});

const notebookWith = (source: string) => ({
  cells: [{ cell_type: "code" as const, id: "a", metadata: {}, execution_count: null, outputs: [], source }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
const spark = notebookWith('load("reelbook-spark")');
const environmentOf = async (env: Record<string, string>) => env;

test("a notebook without Spark, or told to do without, has no server", async () => {
  expect(await withSpark(notebookWith("1 + 1"), {}, environmentOf)).toEqual({});
  expect(await withSpark(spark, { spark: "false" }, environmentOf)).toEqual({});
  expect(startServer).not.toHaveBeenCalled();
});

test("a server that the caller has named is the one that is used", async () => {
  vi.stubEnv("SPARK_REMOTE", "sc://elsewhere:1");
  expect(await withSpark(spark, {}, environmentOf)).toEqual({});
  expect(startServer).not.toHaveBeenCalled();
});

test("another has one of its own, which ends with the run, also with one that fails", async () => {
  const remote = { SPARK_REMOTE: server.address };
  expect(await withSpark(spark, {}, environmentOf)).toEqual(remote);
  const failed = withSpark(spark, {}, () => Promise.reject(new Error("a cell failed")));
  await expect(failed).rejects.toThrow("a cell failed");
  expect([vi.mocked(startServer).mock.calls.length, vi.mocked(stopServer).mock.calls]).toEqual([
    2,
    [[server], [server]],
  ]);
});
