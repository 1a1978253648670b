import { expect, test } from "vitest";
import { limitsTable } from "../../bench/lib/limits-table.mjs";

test("a row has a model's time to fit, that of a list, and the peak of its process", () => {
  const answer = { secondsOfList: 0.0042, bytesOfProcess: 3 * 2 ** 29 };
  const table = limitsTable([
    { name: "Fast", note: "20.1.0", goals: {}, ours: [{ seconds: 12, answer }], peer: [] },
    { name: "Missing", note: "24", goals: {}, ours: [], peer: [] },
  ]);
  expect(table.split("\n").slice(2)).toEqual([
    "| Fast | 20.1.0 | 12 s | 4.2 ms | 1.5 GiB |",
    "| Missing | 24 | – | – | – |",
  ]);
});
