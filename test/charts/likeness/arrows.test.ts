import { expect, test } from "vitest";
import { type Arrow, arrows } from "../../../src/charts/likeness/arrows.js";

const text = { title: "Vectors <here>", axes: ["Crime & co", "Drama"] } as const;
const east: Arrow = { name: "East", x: 2, y: 0 };
const north: Arrow = { name: "<b>North</b>", x: 0, y: 3 };
const northEast: Arrow = { name: "Both", x: 1, y: 1 };
const west: Arrow = { name: "West, The (1990)", x: -4, y: 0 };

test("an arrow leads from the origin to each tip, and each angle to the first one is in a name", () => {
  const { layout } = arrows([east, north, northEast, west], text);
  const annotations = layout.annotations ?? [];
  expect(annotations.slice(0, 4)).toMatchObject([
    { x: 2, y: 0, ax: 0, ay: 0, showarrow: true },
    { x: 0, y: 3, ax: 0, ay: 0 },
    { x: 1, y: 1, ax: 0, ay: 0 },
    { x: -4, y: 0, ax: 0, ay: 0 },
  ]);
  expect(annotations.slice(4).map((annotation) => annotation.text)).toEqual([
    "East",
    "The West (1990)<br>180°, cosine -1.00",
    "Both<br>45°, cosine 0.71",
    "&#60;b&#62;North&#60;/b&#62;<br>90°, cosine 0.00",
  ]);
});

test("an arc turns from the first arrow to the other one, on a circle around the origin", () => {
  const { data } = arrows([northEast, east, north], text);
  const [down, up] = data as unknown as { x: number[]; y: number[] }[];
  for (const { x, y } of [down, up]) {
    const radii = x.map((value, step) => Math.hypot(value, y[step]));
    for (const radius of radii) expect(radius / radii[0]).toBeCloseTo(1, 3);
    expect(x[0]).toBeCloseTo(y[0], 3);
  }
  expect(down.y.at(-1)).toBeCloseTo(0, 3);
  expect(up.x.at(-1)).toBeCloseTo(0, 3);
});

test("angles are true: a unit is as long on both axes, which hold the origin and all tips", () => {
  const { layout } = arrows([east, north, west], text);
  const [left, right] = layout.xaxis!.range as [number, number];
  const [low, high] = layout.yaxis!.range as [number, number];
  expect(layout.yaxis?.scaleanchor).toBe("x");
  expect((right - left) / (high - low)).toBeCloseTo(608 / 392, 6);
  expect(left).toBeLessThan(-4);
  expect(right).toBeGreaterThan(2);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(3);
});

test("names near one another are moved apart, and arrows with one tip share a label", () => {
  const near = { name: "Near", x: 2, y: 0.01 };
  const { layout } = arrows([east, near, { ...east, name: "Again" }], text);
  const names = (layout.annotations ?? []).slice(3);
  expect(names.map((name) => name.text)).toEqual(["East<br>Again", "Near<br>0°, cosine 1.00"]);
  expect(names[1].yshift).toBeGreaterThan(30);
});

test("one vector, and one without a direction, are refused", () => {
  expect(() => arrows([east], text)).toThrow("at least two vectors, and got 1");
  expect(() => arrows([east, { name: "Nowhere", x: 0, y: 0 }], text)).toThrow(
    '"Nowhere" is (0, 0), which has no direction; leave it out',
  );
  expect(() => arrows([east, { name: "Far", x: Number.NaN, y: 1 }], text)).toThrow('"Far" is (NaN, 1)');
});
