import { Console } from "node:console";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { cellConsole } from "../../../../lab/kernel/cell/cell-console.js";

/** What a console writes, without the times that it measures. */
function written(use: (console: Partial<Console>) => void, inNode: boolean): Record<string, string> {
  const text = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") =>
    new Writable({
      write(chunk, _, done) {
        text[name] += chunk;
        done();
      },
    });
  const own = cellConsole((name, more) => {
    text[name] += more;
  });
  use(inNode ? new Console(stream("stdout"), stream("stderr")) : own);
  const plain = (value: string) => value.replace(/\d+\.\d+ms/g, "some ms").replace(/^ +at .*\n/gm, "");
  return { stdout: plain(text.stdout), stderr: plain(text.stderr) };
}

class Movie {
  title = "Heat";
}

test.each<[string, (console: Partial<Console>) => void]>([
  [
    "values",
    ({ log }) => log?.("a", 1, [1, 2], { a: { b: { c: { d: 1 } } } }, null, undefined, 3n, Symbol("s")),
  ],
  ["formats", ({ log }) => log?.("%s has %d stars, %o", "Heat", 4.5, { a: 1 }, "more")],
  ["a long list", ({ log }) => log?.(Array.from({ length: 120 }, (_, place) => place))],
  [
    "typed arrays, maps and classes",
    ({ log }) => log?.(Float64Array.of(1, 0.5), new Map([["k", 1]]), new Movie(), Movie),
  ],
  ["an error without its frames", ({ error }) => error?.(new RangeError("too far"))],
  ["the streams", ({ info, debug, warn }) => [info?.("i"), debug?.("d"), warn?.("w")]],
  ["groups", ({ group, groupEnd, log }) => [group?.("title"), log?.("in\nside"), groupEnd?.(), log?.("out")]],
  [
    "counts",
    ({ count, countReset }) => [count?.(), count?.("a"), count?.("a"), countReset?.("a"), count?.("a")],
  ],
  ["assertions", ({ assert }) => [assert?.(true, "no"), assert?.(false, "yes %d", 5), assert?.(false)]],
  ["timers", ({ time, timeLog, timeEnd }) => [time?.("t"), timeLog?.("t", 1), timeEnd?.("t")]],
  ["dir", ({ dir }) => dir?.({ a: { b: { c: { d: 1 } } } }, { depth: 0 })],
  ["a table of objects", ({ table }) => table?.([{ a: 1, b: "x" }, { a: 22 }])],
  ["a table of some columns", ({ table }) => table?.([{ a: 1, b: "x" }], ["b"])],
  ["a table of values and rows", ({ table }) => table?.([1, { a: "b" }, [2, 3]])],
  [
    "a table of a Map and a Set",
    ({ table }) => [table?.(new Map([["k", { a: 1 }]])), table?.(new Set(["v"]))],
  ],
  ["a table of no rows", ({ table }) => table?.(5)],
])("prints %s as Node does", (_, use) => {
  expect(written(use, false)).toEqual(written(use, true));
});
