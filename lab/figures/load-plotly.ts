/** The part of plotly.js that is used. */
export interface Plotly {
  newPlot(place: HTMLElement, data: readonly object[], layout: object, config: object): Promise<void>;
  react(place: HTMLElement, data: readonly object[], layout: object, config: object): Promise<void>;
  addFrames(place: HTMLElement, frames: readonly object[]): Promise<void>;
  purge(place: HTMLElement): void;
  readonly Plots: { resize(place: HTMLElement): Promise<void> };
}

let plotly: Promise<Plotly> | undefined;

/** Loads plotly.js once, when the first figure needs its 4.8 MB; again after a failure. */
export function loadPlotly(address: URL): Promise<Plotly> {
  plotly ??= load(address).catch((error: Error) => {
    plotly = undefined;
    throw error;
  });
  return plotly;
}

function load(address: URL): Promise<Plotly> {
  return new Promise((give, fail) => {
    const element = document.createElement("script");
    element.src = address.href;
    element.onload = () => give((globalThis as unknown as { Plotly: Plotly }).Plotly);
    element.onerror = () => fail(new Error(`${address.pathname.split("/").at(-1)} did not load`));
    document.head.append(element);
  });
}
