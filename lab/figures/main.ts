import { defineExtension } from "../extension.js";
import type { LuminoWidget, RenderMimeRegistry } from "../render-mime.js";
import { FIGURE_MIME_TYPE, figureRenderer } from "./figure-renderer.js";
import { loadPlotly } from "./load-plotly.js";

const plotly = new URL("plotly.min.js", (document.currentScript as HTMLScriptElement).src);

defineExtension("reelbook-figures", async (share) => {
  const [{ IRenderMimeRegistry }, { Widget }] = await Promise.all([
    share<{ IRenderMimeRegistry: unknown }>("@jupyterlab/rendermime"),
    share<{ Widget: new () => LuminoWidget }>("@lumino/widgets"),
  ]);
  const Renderer = figureRenderer(Widget, () => loadPlotly(plotly));
  const activate = (_app: unknown, rendermime: RenderMimeRegistry) => {
    const createRenderer = () => new Renderer();
    rendermime.addFactory({ safe: true, mimeTypes: [FIGURE_MIME_TYPE], createRenderer }, 0);
  };
  return [{ id: "reelbook-figures:draw", autoStart: true, requires: [IRenderMimeRegistry], activate }];
});
