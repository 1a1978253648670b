// @module-tag slow
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as danfo from "danfojs-node";
import { expect, onTestFinished, test } from "vitest";
import { mean, quantile, standardDeviation } from "../../src/math/statistics.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { itemStatistics } from "../../src/ratings/item-statistics.js";

test("the data frames that readers look at say the same as the library", async () => {
  const { ratings } = await loadDataset("ml-latest-small");
  const column = new danfo.Series([...ratings.values]);
  expect(column.mean()).toBeCloseTo(mean(ratings.values), 12);
  expect(column.std()).toBeCloseTo(standardDeviation(ratings.values), 12);
  expect(column.median()).toBe(quantile(ratings.values, 0.5));

  const first = ratings.filter(({ userId }) => Number(userId) <= 20);
  const frame = new danfo.DataFrame([...first].map(({ itemId, rating }) => ({ itemId, rating })));
  const grouped = frame.groupby(["itemId"]).col(["rating"]);
  const [means, counts] = [grouped.mean(), grouped.count()];
  const theirs = (means.values as number[][]).map(([itemId, value], row) => [
    itemId,
    value,
    (counts.values as number[][])[row]?.[1],
  ]);
  const byId = (a: unknown[], b: unknown[]) => Number(a[0]) - Number(b[0]);
  const ours = itemStatistics(first).map(({ itemId, mean, count }) => [itemId, mean, count]);
  expect(theirs.sort(byId)).toEqual(ours.sort(byId));
});

test("readers' own tables are read from the web: request, which danfojs-node uses, is a maintained fork", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/moved") return response.writeHead(302, { location: "/table.csv" }).end();
    response.setHeader("set-cookie", "a=b");
    response.end("title,stars\nHeat,4.5\nRonin,4\n");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const frame = await danfo.readCSV(`http://127.0.0.1:${port}/moved`);
  expect((frame as danfo.DataFrame).values).toEqual([
    ["Heat", 4.5],
    ["Ronin", 4],
  ]);
});
