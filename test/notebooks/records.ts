import { existsSync, readFileSync } from "node:fs";

/** What a notebook recorded when `npm test` ran it. */
export function recordsOf(notebook: string): Record<string, any> {
  const file = new URL(`../../.reelbook/records/${notebook}.json`, import.meta.url);
  if (!existsSync(file)) throw new Error(`${notebook} has not been run; npm test runs the notebooks first`);
  return JSON.parse(readFileSync(file, "utf8"));
}
