import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCell } from "../../../../lab/kernel/cell/run-cell.js";

const exports: Record<string, unknown> = {};
const forever = new Promise<never>(() => {});
beforeEach(() => vi.stubGlobal("__tslab__", { exports, require: (name: string) => ({ name }) }));
afterEach(() => vi.unstubAllGlobals());

test("runs a cell with exports and require", async () => {
  await runCell({ output: 'exports.a = require("x").name;', hasTopLevelAwait: false }, forever);
  expect(exports.a).toBe("x");
});

test("waits for a cell with await, unless it is interrupted", async () => {
  await runCell({ output: "exports.b = await Promise.resolve(5);", hasTopLevelAwait: true }, forever);
  expect(exports.b).toBe(5);
  const stop = Promise.reject(new Error("Interrupted asynchronously"));
  const waiting = runCell({ output: "await new Promise(() => {});", hasTopLevelAwait: true }, stop);
  await expect(waiting).rejects.toThrow("Interrupted asynchronously");
});

test("an error names the line of the cell", async () => {
  const error = await runCell({ output: "\nnull.x;", hasTopLevelAwait: false }, forever).catch(
    (each) => each,
  );
  expect(error.stack).toContain("evalmachine.<anonymous>:2:6");
});
