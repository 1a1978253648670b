import type * as Plotly from "plotly.js";
import { expectTypeOf, test } from "vitest";
import type { Annotation, Axis, Layout, Shape, Trace } from "../../../src/charts/parts/plotly-types.js";

test("plotly's functions take our figures, and plot takes plotly's", () => {
  expectTypeOf<Trace>().toExtend<Plotly.Data>();
  expectTypeOf<Plotly.Data>().toExtend<Trace>();
  expectTypeOf<Layout>().toExtend<Partial<Plotly.Layout>>();
  expectTypeOf<Partial<Plotly.Layout>>().toExtend<Layout>();
  expectTypeOf<Axis>().toExtend<Partial<Plotly.LayoutAxis>>();
  expectTypeOf<Annotation>().toExtend<Partial<Plotly.Annotations>>();
  expectTypeOf<Shape>().toExtend<Partial<Plotly.Shape>>();
});

test("an attribute that is named has plotly's type", () => {
  // @ts-expect-error A title is an object.
  const layout: Layout = { title: "Two bars" };
  // @ts-expect-error A width is a number.
  const wide: Layout = { width: "wide" };
  expectTypeOf([layout, wide]).toExtend<Layout[]>();
});
