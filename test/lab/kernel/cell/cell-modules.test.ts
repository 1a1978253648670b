import { beforeEach, expect, test, vi } from "vitest";
import { CellModules } from "../../../../lab/kernel/cell/cell-modules.js";

const load = vi.fn(async (url: string) => ({ from: url, default: 1 }));
beforeEach(() => load.mockClear());

const addresses = { reelbook: "modules/reelbook.js", "reelbook/reference": "modules/reference.js" };

test("loads what a cell requires, once, and gives it as a module of Node", async () => {
  const modules = new CellModules(addresses, load);
  const code = 'const a = require("reelbook"); const b = require(\'reelbook/reference\'); require("fs");';
  await modules.loadFor(code);
  await modules.loadFor(code);
  expect(load.mock.calls).toEqual([["modules/reelbook.js"], ["modules/reference.js"]]);
  expect(modules.require("reelbook")).toEqual({ from: "modules/reelbook.js", default: 1, __esModule: true });
});

test("an unknown module is an error that names those there are", () => {
  const modules = new CellModules(addresses, load);
  modules.add("tslab", {});
  expect(() => modules.require("fs")).toThrow(
    'There is no module "fs" in this page; it has reelbook, reelbook/reference, tslab.',
  );
});

test("a module that cannot be fetched is an error, and is asked for again", async () => {
  const modules = new CellModules(addresses, load);
  load.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await expect(modules.load("reelbook")).rejects.toThrow(
    'the module "reelbook" could not be loaded (Failed to fetch); check the network',
  );
  expect(await modules.load("reelbook")).toHaveProperty("from");
});
