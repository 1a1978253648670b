import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runNotebook } from "../../scripts/lib/cell-runner.mjs";
import { notebookNames } from "../../scripts/lib/course-notebooks.mjs";
import { readNotebook } from "../../scripts/lib/notebook.mjs";
import { outputDifferences } from "../../scripts/lib/output-differences.mjs";
import { scratch } from "../../scripts/lib/places.mjs";
import { notebook } from "./notebook.js";

/** The records without what a clock has measured, which only notebook 11 records. */
function withoutSeconds(records: Record<string, any>): unknown {
  return JSON.parse(JSON.stringify(records, (key, value) => (key === "seconds" ? "some" : value)));
}

const names = notebookNames();
const short = names.slice(0, 4);

/** Every other test of notebooks relies on it. */
async function givesWhatJupyterGives(name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { records, checks, error } = await runNotebook(name, { withSolutions: true, output: folder });
  expect(error).toBeUndefined();
  expect(Object.values(checks)).not.toContain(false);
  expect(withoutSeconds(records)).toEqual(withoutSeconds(notebook(name).recorded()));
  const inJupyter = join(scratch, "executed", `${name}.ipynb`);
  const differences = outputDifferences(readNotebook(inJupyter), readNotebook(join(folder, `${name}.ipynb`)));
  expect(differences).toEqual([]);
}

test.each(short)("%s gives the records and outputs of Jupyter", givesWhatJupyterGives);

test.each(names.slice(4))(
  "%s gives the records and outputs of Jupyter",
  { tags: "long" },
  givesWhatJupyterGives,
);
