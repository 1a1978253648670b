// @ts-check
// Lab shows the picture of a figure that has not been run yet, and takes it for one with a dot of the page in each of its own.
// Pictures of the course are finer and say so (PNG's pHYs), as those of other programs do: this shows them at their size.

(() => {
  const DOTS_PER_INCH_OF_PAGE = 96;
  const INCHES_PER_METRE = 39.3701;
  const PNG = "data:image/png;base64,";

  /** How many dots of a PNG make one of the page; 1 where it does not say. @param {string} url */
  function density(url) {
    if (!url.startsWith(PNG)) return 1;
    const start = atob(url.slice(PNG.length, PNG.length + 256));
    const at = start.indexOf("pHYs");
    if (at < 0 || at + 12 > start.length) return 1;
    const [a = 0, b = 0, c = 0, d = 0] = Array.from(start.slice(at + 4, at + 8), (byte) =>
      byte.charCodeAt(0),
    );
    return ((a << 24) | (b << 16) | (c << 8) | d) / INCHES_PER_METRE / DOTS_PER_INCH_OF_PAGE;
  }

  /** @param {Event} event */
  function fitPicture({ target: picture }) {
    if (!(picture instanceof HTMLImageElement) || !picture.matches(".jp-RenderedPlotly > .plot-img")) return;
    picture.style.width = `${Math.round(picture.naturalWidth / density(picture.src))}px`;
    picture.style.maxWidth = "100%";
  }

  const extension = {
    id: "reelbook-figures:size",
    autoStart: true,
    activate: () => document.addEventListener("load", fitPicture, { capture: true }),
  };

  // What webpack's module federation asks of a file that Lab loads.
  const lab = /** @type {any} */ (window);
  lab._JUPYTERLAB ??= {};
  lab._JUPYTERLAB["reelbook-figures"] = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: extension }),
  };
})();
