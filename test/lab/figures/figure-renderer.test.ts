import { describe, expect, test, vi } from "vitest";
import { FIGURE_MIME_TYPE, figureRenderer } from "../../../lab/figures/figure-renderer.js";
import type { Plotly } from "../../../lab/figures/load-plotly.js";
import type { LuminoWidget } from "../../../lab/render-mime.js";

class FakeWidget {
  readonly node = { querySelector: () => null, offsetWidth: 600, textContent: "" };
  isAttached = false;
  isDisposed = false;
  addClass() {}
  onAfterAttach() {}
  onResize() {}
  dispose() {
    this.isDisposed = true;
  }
}

/** Writes into the layout, as plotly.js does. */
function fakePlotly() {
  return {
    react: vi.fn(async (_place: unknown, _data: unknown, layout: { xaxis?: { range?: number[] } }) => {
      if (layout.xaxis) layout.xaxis.range = [0, 1];
    }),
    purge: vi.fn(),
    Plots: { resize: vi.fn(async () => {}) },
  };
}

function rendererWith(load: () => Promise<unknown>) {
  const Renderer = figureRenderer(
    FakeWidget as unknown as new () => LuminoWidget,
    load as () => Promise<Plotly>,
  );
  const renderer = new Renderer();
  const { isAttached: _, ...fake } = renderer as unknown as FakeWidget;
  return { renderer, widget: renderer as unknown as FakeWidget, node: fake.node };
}

const figure = (layout: object) => ({ data: { [FIGURE_MIME_TYPE]: { data: [{ y: [1, 2] }], layout } } });
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("a figure in Lab", () => {
  test("is drawn once, when it is in the page", async () => {
    const plotly = fakePlotly();
    const { renderer, widget } = rendererWith(async () => plotly);
    await renderer.renderModel(figure({ width: 500 }));
    expect(plotly.react).not.toHaveBeenCalled();
    widget.isAttached = true;
    renderer.onAfterAttach(undefined);
    await settled();
    renderer.onAfterAttach(undefined);
    renderer.onResize(undefined);
    await settled();
    expect(plotly.react).toHaveBeenCalledTimes(1);
    expect(plotly.Plots.resize).not.toHaveBeenCalled();
  });

  test("keeps the notebook's layout as it is, and has a height of its own", async () => {
    const plotly = fakePlotly();
    const { renderer, widget } = rendererWith(async () => plotly);
    const layout = { width: 500, xaxis: {} };
    widget.isAttached = true;
    await renderer.renderModel(figure(layout));
    expect(layout).toEqual({ width: 500, xaxis: {} });
    expect(plotly.react.mock.calls[0]?.[2]).toMatchObject({ width: 500, height: 360 });
  });

  test("without a width follows the page, and is given up with its output", async () => {
    const plotly = fakePlotly();
    const { renderer, widget } = rendererWith(async () => plotly);
    widget.isAttached = true;
    await renderer.renderModel(figure({}));
    renderer.onResize(undefined);
    expect(plotly.Plots.resize).toHaveBeenCalledTimes(1);
    renderer.dispose();
    expect(plotly.purge).toHaveBeenCalledTimes(1);
  });

  test("says why it cannot be drawn, and is drawn by the next run", async () => {
    const plotly = fakePlotly();
    const load = vi
      .fn()
      .mockRejectedValueOnce(new Error("plotly.min.js did not load"))
      .mockResolvedValue(plotly);
    const { renderer, widget, node } = rendererWith(load);
    widget.isAttached = true;
    await renderer.renderModel(figure({}));
    expect(node.textContent).toBe(
      "The figure could not be drawn (plotly.min.js did not load). Run its cell again.",
    );
    await renderer.renderModel(figure({}));
    expect(plotly.react).toHaveBeenCalledTimes(1);
  });
});
