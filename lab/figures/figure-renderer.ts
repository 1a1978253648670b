import type { LuminoWidget, MimeModel } from "../render-mime.js";
import type { Plotly } from "./load-plotly.js";
import { pictureWidth } from "./picture-width.js";

export const FIGURE_MIME_TYPE = "application/vnd.plotly.v1+json";

/** The height of a figure that does not say one, in pixels. */
const HEIGHT = 360;

interface Figure {
  readonly data: readonly object[];
  readonly layout?: { readonly width?: number; readonly height?: number };
  readonly config?: object;
  readonly frames?: readonly object[];
}

/**
 * The class of the widget that shows a figure. A figure with a stored picture shows that, until the
 * pointer is over it. Pictures of the course have a higher resolution than the page; they are shown
 * at the size that they say.
 */
export function figureRenderer(Widget: new () => LuminoWidget, load: () => Promise<Plotly>) {
  return class FigureRenderer extends Widget {
    #figure: Figure | undefined;
    #plotly: Plotly | undefined;

    constructor() {
      super();
      this.addClass("jp-RenderedPlotly");
    }

    async renderModel({ data }: MimeModel): Promise<void> {
      this.#figure = data[FIGURE_MIME_TYPE] as Figure;
      const png = data["image/png"];
      if (typeof png === "string" && !this.#plotly) this.#showPicture(png);
      else if (this.isAttached) await this.#draw();
    }

    override onAfterAttach(message: unknown): void {
      super.onAfterAttach(message);
      if (!this.#plotly && !this.#picture) void this.#draw();
    }

    override onResize(message: unknown): void {
      super.onResize(message);
      if (this.#figure?.layout?.width === undefined && this.node.offsetWidth > 0) {
        void this.#plotly?.Plots.resize(this.node);
      }
    }

    override dispose(): void {
      if (this.isDisposed) return;
      this.#plotly?.purge(this.node);
      super.dispose();
    }

    get #picture(): HTMLImageElement | null {
      return this.node.querySelector(":scope > .plot-img");
    }

    #showPicture(png: string): void {
      const picture = this.#picture ?? document.createElement("img");
      picture.className = "plot-img";
      picture.src = `data:image/png;base64,${png}`;
      const width = pictureWidth(png);
      picture.style.width = width > 0 ? `min(${width}px, 100%)` : "";
      picture.onpointerenter = () => void this.#draw();
      this.node.replaceChildren(picture);
    }

    async #draw(): Promise<void> {
      if (!this.#figure) return;
      try {
        const plotly = await load();
        if (this.isDisposed) return;
        this.#picture?.remove();
        const { data, layout, config = {}, frames } = this.#figure;
        // plotly.js writes into the layout, which is saved with the notebook.
        const own = { height: HEIGHT, ...structuredClone(layout) };
        this.#plotly = plotly;
        await plotly.react(this.node, data, own, config);
        if (frames) await plotly.addFrames(this.node, frames);
      } catch (error) {
        this.#plotly = undefined;
        const trouble = `The figure could not be drawn (${(error as Error).message}). Run its cell again.`;
        if (this.#picture) this.#picture.title = trouble;
        else this.node.textContent = trouble;
      }
    }
  };
}
