// @module-tag long
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Ratings } from "reelbook";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Server, startServer, stopServer } from "../../../scripts/spark/connect-server.mjs";
import type { FittedSparkAls } from "../src/models/fitted-spark-als.js";
import { SparkAls } from "../src/models/spark-als.js";
import { connect } from "../src/session/connect.js";
import type { SparkSession } from "../src/session/spark-session.js";
import { lacksSpark } from "./lacks-spark.js";

const LIMITS = "spark.connect.session.connectML.mlCache.memoryControl";
const PATIENCE = 400_000;
const reason = lacksSpark();
const name = `models that the server evicts${reason ? ` (skipped: ${reason})` : ""}`;

const rows = Array.from({ length: 200 }, (_, k) => ({
  userId: k % 20,
  itemId: (7 * k) % 31,
  rating: 1 + (k % 5),
}));
const pairs = [...new Map(rows.map((row) => [`${row.userId} ${row.itemId}`, row])).values()];

describe.skipIf(reason)(name, { timeout: PATIENCE }, () => {
  let server: Server;
  let spark: SparkSession;
  let model: FittedSparkAls;

  const copies = () => {
    const paths = readdirSync(server.folder, { recursive: true, encoding: "utf8" });
    return paths.filter((path) => /spark_connect_model_cache\/[^/]+\/[^/]+$/.test(path));
  };
  /** How many models the server has for this session. */
  const kept = async () => {
    const { runner } = spark.ratings(Ratings.from(pairs));
    const { resultType } = (await runner.mlCommand({ command: { case: "getCacheInfo", value: {} } })) as any;
    return resultType.value.literalType.value.elements.length;
  };

  beforeAll(async () => {
    // Nothing fits into so little, so that each model is evicted as soon as it is there.
    server = await startServer({ settings: { [`${LIMITS}.maxInMemorySize`]: "1" } });
    spark = await connect(server.address);
    model = await new SparkAls({ factors: 2, iterations: 2, blocks: 2 }).fit(
      spark.ratings(Ratings.from(pairs)),
    );
  }, PATIENCE);

  afterAll(async () => {
    await spark?.close();
    if (server) await stopServer(server);
  });

  test("a model out of memory is read from the server's disk", async () => {
    expect(copies().length).toBeGreaterThan(0);
    const [first, again] = [await model.predict(1, 7), await model.predict(1, 7)];
    expect(first).toBeGreaterThan(0);
    expect(again).toBe(first);
  });

  test("one that is gone from the disk, too, is a clear error, and is not fitted again", async () => {
    const before = await kept();
    for (const copy of copies()) rmSync(join(server.folder, copy), { recursive: true });
    const lost = "no longer has this model or session";
    await expect(model.predict(1, 7)).rejects.toThrow(lost);
    await expect(model.recommend(1)).rejects.toThrow("connect and fit again");
    await expect(model.factors()).rejects.toMatchObject({ name: "SparkError" });
    expect(copies()).toEqual([]);
    expect(await kept()).toBeLessThanOrEqual(before);
    await model.close();
  });

  test("another fit in the same session works", async () => {
    const next = await new SparkAls({ factors: 2, iterations: 1 }).fit(spark.ratings(Ratings.from(pairs)));
    expect(await next.predict(1, 7)).toBeGreaterThan(0);
    await next.close();
  });
});
