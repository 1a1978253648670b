import { defineExtension } from "../extension.js";
import type { LuminoWidget, RenderMimeRegistry } from "../render-mime.js";
import { whenIdle } from "../when-idle.js";
import { FIGURE_MIME_TYPE, figureRenderer } from "./figure-renderer.js";
import { loadPlotly } from "./load-plotly.js";

interface NotebookTracker {
  readonly widgetAdded: { connect(slot: (tracker: unknown, panel: NotebookPanel) => void): void };
  forEach(each: (panel: NotebookPanel) => void): void;
}

interface NotebookPanel {
  readonly sessionContext: { readonly ready: Promise<void> };
}

const plotly = new URL("plotly.min.js", (document.currentScript as HTMLScriptElement).src);

defineExtension("reelbook-figures", async (share) => {
  const [{ INotebookTracker }, { IRenderMimeRegistry }, { Widget }] = await Promise.all([
    share<{ INotebookTracker: unknown }>("@jupyterlab/notebook"),
    share<{ IRenderMimeRegistry: unknown }>("@jupyterlab/rendermime"),
    share<{ Widget: new () => LuminoWidget }>("@lumino/widgets"),
  ]);
  const Renderer = figureRenderer(Widget, () => loadPlotly(plotly));
  /** Loads plotly.js when the kernel is ready, so that a run of all cells does not wait for it. */
  const prepare = ({ sessionContext }: NotebookPanel) =>
    void sessionContext.ready.then(() => {
      // A figure that cannot be drawn says why.
      whenIdle(() => void loadPlotly(plotly).catch(() => {}));
    });
  const activate = (_app: unknown, rendermime: RenderMimeRegistry, tracker: NotebookTracker | null) => {
    const createRenderer = () => new Renderer();
    rendermime.addFactory({ safe: true, mimeTypes: [FIGURE_MIME_TYPE], createRenderer }, 0);
    tracker?.forEach(prepare);
    tracker?.widgetAdded.connect((_, panel) => prepare(panel));
  };
  return [
    {
      id: "reelbook-figures:draw",
      autoStart: true,
      requires: [IRenderMimeRegistry],
      optional: [INotebookTracker],
      activate,
    },
  ];
});
