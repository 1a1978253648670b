// @module-tag long
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureNotebook } from "../../bench/notebooks/measure-notebook.mjs";
import { notebookOf } from "../scripts/notebook-execution.js";
import { scratchFolder } from "../scripts/scratch-course.js";

test("each cell of a notebook in Jupyter is timed, and the parts are no more than the whole", async () => {
  const file = "waits.ipynb";
  const pause = "await new Promise((done) => setTimeout(done, 700));";
  const folder = scratchFolder({ [file]: notebookOf("const one: number = 1;", "", pause) });
  const { seconds, starting, cells, hasSpark } = await measureNotebook(join(folder, file));
  expect(hasSpark).toBe(false);
  expect(cells).toHaveLength(2);
  for (const { converting } of cells) expect(converting).toBeGreaterThan(0);
  expect(cells[0]!.running).toBeLessThan(0.6);
  expect(cells[1]!.running).toBeGreaterThan(0.69);
  const inCells = cells.reduce((sum, { converting, running }) => sum + converting + running, 0);
  expect(starting).toBeGreaterThan(0.5);
  expect(seconds).toBeGreaterThan(starting + inCells);
});

test("a notebook that fails is not measured", async () => {
  const folder = scratchFolder({ "fails.ipynb": notebookOf('throw new RangeError("too much");') });
  await expect(measureNotebook(join(folder, "fails.ipynb"))).rejects.toThrow(
    /fails\.ipynb could not be measured: code cell 1 /,
  );
});
