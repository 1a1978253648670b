import { loadPlotly } from "../../lab/figures/load-plotly.js";

interface Figure {
  readonly data: object[];
  readonly layout: { readonly width?: number };
}

/** How long the pointer pauses on a picture before its figure is loaded, in milliseconds. */
const RESTING = 250;

const plotly = new URL("plotly.min.js", (document.currentScript as HTMLScriptElement).src);

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-figure]")) {
  const button = figure.querySelector("button") as HTMLButtonElement;
  button.addEventListener("click", () => makeLive(figure));
  let resting: number | undefined;
  figure.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") resting = window.setTimeout(() => makeLive(figure), RESTING);
  });
  figure.addEventListener("pointerleave", () => clearTimeout(resting));
}

/**
 * Replaces a picture by its live figure. plotly.js has 4.8 MB, so it is loaded only for a reader
 * who points at a figure or asks for it: a page that is only read, or read on a phone, needs none
 * of it.
 */
async function makeLive(figure: HTMLElement): Promise<void> {
  if (figure.dataset.state) return;
  figure.dataset.state = "loading";
  const button = figure.querySelector("button") as HTMLButtonElement;
  button.textContent = "Loading …";
  try {
    const [{ newPlot }, { data, layout }] = await Promise.all([loadPlotly(plotly), figureOf(figure)]);
    const picture = figure.querySelector("img") as HTMLImageElement;
    const place = figure.querySelector(".live") as HTMLElement;
    place.hidden = false;
    const width = Math.min(layout.width ?? picture.clientWidth, figure.clientWidth);
    await newPlot(place, data, { ...layout, width }, { displayModeBar: false });
    figure.dataset.state = "live";
    button.remove();
  } catch (error) {
    delete figure.dataset.state;
    button.textContent = `The live figure could not be loaded (${(error as Error).message}). Try again`;
  }
}

async function figureOf({ dataset }: HTMLElement): Promise<Figure> {
  const response = await fetch(dataset.figure ?? "");
  if (!response.ok) throw new Error(`${dataset.figure}: ${response.status}`);
  return response.json();
}
