import { existsSync, readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { runNotebook } from "../../scripts/lib/cell-runner.mjs";

/**
 * Milliseconds. A run may fit dozens of models, and other tests take their share of the machine.
 */
const patience = 480_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });

/** A notebook under test. */
export interface NotebookUnderTest {
  /** What it recorded when `npm test` ran it in Jupyter with its own parameters. */
  recorded(): Record<string, any>;
  /** What it records with other parameters; fails the test where a cell fails. */
  run(parameters: Record<string, string>): Promise<Record<string, any>>;
  /** Why it fails with these parameters; undefined where it does not. */
  errorOf(parameters: Record<string, string>): Promise<string | undefined>;
}

/**
 * A notebook of the course, or the path of another: its run in Jupyter, and runs with other
 * parameters in the cell runner.
 */
export function notebook(name: string): NotebookUnderTest {
  const file = new URL(`../../.reelbook/records/${name}.json`, import.meta.url);
  return {
    recorded() {
      if (!existsSync(file)) throw new Error(`${name} has not been run; npm test runs the notebooks first`);
      return JSON.parse(readFileSync(file, "utf8"));
    },
    async run(parameters) {
      const { records, error } = await runNotebook(name, { parameters });
      expect(error).toBeUndefined();
      return records;
    },
    async errorOf(parameters) {
      const { error } = await runNotebook(name, { parameters });
      return error;
    },
  };
}

/** Every record, but those named, differs from what it was: none is typed in. */
export function expectToMove(
  moved: Record<string, any>,
  before: Record<string, any>,
  fixed: readonly string[] = [],
): void {
  expect(Object.keys(moved)).toEqual(Object.keys(before));
  for (const [record, value] of Object.entries(moved)) {
    if (!fixed.includes(record)) expect(value, record).not.toEqual(before[record]);
  }
}
