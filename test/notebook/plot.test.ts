import { afterEach, expect, test } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { plot } from "../../src/notebook/plot.js";
import { useFakeHost } from "./hosts/fake-host.js";

afterEach(() => useHost());

test("plot gives the figure to its host", () => {
  const host = useFakeHost();
  const figure = { data: [], layout: {} };
  plot(figure);
  expect(host.figures).toEqual([figure]);
});

test("plot rejects rows, which show would take", () => {
  expect(() => plot([{ a: 1 }] as never)).toThrow("plot needs a figure { data, layout }");
});
