import { expect, onTestFinished, test, vi } from "vitest";
import { withSpark } from "../../scripts/lib/spark-for-notebook.mjs";

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
});

test("a server that the caller has named is the one that is used", async () => {
  vi.stubEnv("SPARK_REMOTE", "sc://elsewhere:1");
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await withSpark(spark, {}, environmentOf)).toEqual({});
});
