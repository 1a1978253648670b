import { expect, test } from "vitest";
import { type DisplayData, tslabModule } from "../../../../lab/kernel/cell/cell-displays.js";

test("a display is sent once by its MIME type, as JSON would hold it", () => {
  const sent: [DisplayData, boolean][] = [];
  const { display } = tslabModule((...each) => sent.push(each));
  display.html("<b>5</b>");
  display.raw("application/json", { a: Number.NaN, b: undefined, c: Float64Array.of(1) });
  display.png(Uint8Array.of(1, 2, 255));
  expect(sent).toEqual([
    [{ data: { "text/html": "<b>5</b>" }, metadata: {} }, false],
    [{ data: { "application/json": { a: null, c: { 0: 1 } } }, metadata: {} }, false],
    [{ data: { "image/png": "AQL/" }, metadata: {} }, false],
  ]);
});

test("a new display replaces what it has shown", () => {
  const sent: [DisplayData, boolean][] = [];
  const { newDisplay } = tslabModule((...each) => sent.push(each));
  const [first, second] = [newDisplay(), newDisplay()];
  first.text("a");
  second.text("b");
  first.markdown("c");
  expect(sent.map(([, updates]) => updates)).toEqual([false, false, true]);
  const ids = sent.map(([{ transient }]) => transient?.display_id);
  expect(ids[0]).toBe(ids[2]);
  expect(ids[0]).not.toBe(ids[1]);
});
