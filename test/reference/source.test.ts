import { describe, expect, test } from "vitest";
import { sourcesOf } from "../../scripts/lib/reference-sources.mjs";
import * as reference from "../../src/reference.js";
import { sourceTree } from "../house/source-tree.js";

describe("source", () => {
  test("gives the TypeScript text of a reference with its comment, and no imports", () => {
    const text = reference.source(reference.easeWeights);
    expect(text).toMatch(/^\/\*\*/);
    expect(text).toContain("function easeWeights(table: ");
    expect(text).not.toMatch(/^(import|export) /m);
  });

  test("refuses what is no reference", () => {
    expect(() => reference.source(() => 1)).toThrow("this value is no function of reelbook/reference");
    expect(() => reference.source(Math.max)).toThrow("source: max is no function of reelbook/reference");
    expect(() => reference.source({ name: "constructor" })).toThrow("constructor is no function");
  });

  test("brings the helpers, types and constants of the file that the function needs, and no others", () => {
    const file = `import { x } from "./x.js";
/** A limit. */
const LIMIT = 3;
/** Adds. */
export function add(a: Number1, b: number): number { return clamp(a + b) + x; }
type Number1 = number;
function clamp(value: number): number { return Math.min(value, LIMIT); }
/** Alone. */
export function alone(): number { return 1; }
`;
    expect(Object.fromEntries(sourcesOf(file))).toEqual({
      add: `/** A limit. */
const LIMIT = 3;

/** Adds. */
function add(a: Number1, b: number): number { return clamp(a + b) + x; }

type Number1 = number;

function clamp(value: number): number { return Math.min(value, LIMIT); }
`,
      alone: "/** Alone. */\nfunction alone(): number { return 1; }\n",
    });
  });

  test("knows every function that src/reference exports, and reelbook/reference exports all", () => {
    const files = Object.entries(sourceTree()).filter(([path]) => path.startsWith("reference/"));
    const functions = files.flatMap(([, text]) =>
      [...text.matchAll(/^export function (\w+)/gm)].map(([, name]) => name!),
    );
    expect(new Set(functions).size).toBe(functions.length);
    expect(Object.keys(reference).sort()).toEqual(functions.sort());
    for (const name of functions.filter((name) => name !== "source")) {
      expect(reference.source({ name })).toContain(`function ${name}`);
    }
  });
});
