import { describe, expect, test } from "vitest";
import { namesOf } from "../../../../lab/sliders/source/names-of.js";

const sorted = (source: string) => {
  const { declared, assigned, used } = namesOf(source);
  return { declared: [...declared].sort(), assigned: [...assigned].sort(), used: [...used].sort() };
};

describe("a cell declares", () => {
  test.each([
    ["const a = 1, b = 2; let c; var d;", ["a", "b", "c", "d"]],
    ["const { a, b: c, ...rest } = x; const [d, , e = 1] = y;", ["a", "c", "d", "e", "rest"]],
    [
      "function f() {} class C {} enum E {} type T = 1; interface I {} namespace N {}",
      ["C", "E", "I", "N", "T", "f"],
    ],
    [
      "import a, { b as c, d } from 'x'; import * as e from 'y'; import type { T } from 'z';",
      ["T", "a", "c", "d", "e"],
    ],
    ["export const a = 1; declare const b: number;", ["a", "b"]],
    ["if (x) { var a = 1; let inner = 2; } for (var b of x) {} for (let j = 0; ;) {}", ["a", "b"]],
    ["const f = (p) => { const inner = p; };", ["f"]],
  ])("%s", (source, names) => {
    expect(sorted(source).declared).toEqual(names);
  });
});

describe("a cell uses", () => {
  test.each([
    ["show(a.b, [c], `$" + "{d}`, { e, f: g })", ["a", "c", "d", "e", "g", "show"]],
    ["const own = 1; own + other", ["other"]],
    ["rows.map(({ title, count }) => title + count + more)", ["more", "rows"]],
    ["rows.map((a, b = c) => a + b)", ["c", "rows"]],
    ["rows.filter(function f(a) { const b = a; return f(b) + outer; })", ["outer", "rows"]],
    ["for (const a of list) { use(a); } for (let i = 0; i < n; i++) use(i);", ["list", "n", "use"]],
    ["try { a(); } catch (error) { report(error); }", ["a", "report"]],
    ["{ const count = 1; count; } count", ["count"]],
    ["if (x) { const count = 1; count; }", ["x"]],
    ["const t: Table = make<Row>(); let u: typeof v;", ["Row", "Table", "make", "v"]],
    ["class C { x = a; m(b) { return b + this.x + d; } }", ["a", "d"]],
    ["const o = { m(b) { return b + c; }, get g() { return e; } };", ["c", "e"]],
    ["({ a = (q) => q }) => q", ["q"]],
  ])("%s", (source, names) => {
    expect(sorted(source).used).toEqual(names);
  });

  test("names of local variables, too, where the code has errors", () => {
    expect(sorted("rows.map((count) => count + ").used).toContain("count");
  });
});

describe("a cell assigns or modifies", () => {
  test.each([
    ["a = 1; b += 2; c++; --d; e ??= 3;", ["a", "b", "c", "d", "e"]],
    ["a.b = 1; c[0].d++; delete e.f;", ["a", "c", "e"]],
    ["[a, { b: c }] = d; ({ e } = f); for (g of h) {}", ["a", "c", "e", "g"]],
    ["a.push(1); b.c.set(1, 2); d().sort(); Object.assign(e, f);", ["a", "b", "d", "e"]],
    ["const own = []; own.push(1); rows.map((row) => { row.x = 1; });", []],
    ["rows.map(() => list.push(1));", ["list"]],
  ])("%s", (source, names) => {
    expect(sorted(source).assigned).toEqual(names);
  });
});
