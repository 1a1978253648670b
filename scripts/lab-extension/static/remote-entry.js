// @ts-check
// Lab shows the picture of a figure that has not been run yet, and takes it for one with a dot of the page in each of its own.
// Pictures of the course are finer and say so (PNG's pHYs): this shows them, and all others that do, at the size they say.

(() => {
  const PICTURE = ".jp-RenderedPlotly > .plot-img";
  const PNG = "data:image/png;base64,";
  const DOTS_PER_METRE_OF_PAGE = 96 / 0.0254;

  /** How wide a PNG wants to be, in pixels of the page; NaN where it does not say. @param {string} url */
  function widthOf(url) {
    if (!url.startsWith(PNG)) return Number.NaN;
    const start = atob(url.slice(PNG.length, PNG.length + 256));
    const bytes = new DataView(Uint8Array.from(start, (byte) => byte.charCodeAt(0)).buffer);
    const resolution = start.indexOf("pHYs");
    if (resolution < 0 || resolution + 8 > bytes.byteLength) return Number.NaN;
    return Math.round((bytes.getUint32(16) / bytes.getUint32(resolution + 4)) * DOTS_PER_METRE_OF_PAGE);
  }

  /** @param {Node} node that has come into the page or has changed */
  function fitPictures(node) {
    if (!(node instanceof Element)) return;
    const pictures = node.matches(PICTURE) ? [node] : node.querySelectorAll(PICTURE);
    for (const picture of /** @type {Iterable<HTMLImageElement>} */ (pictures)) {
      const width = widthOf(picture.src);
      picture.style.width = width > 0 ? `min(${width}px, 100%)` : "";
    }
  }

  function activate() {
    const observer = new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "attributes") fitPictures(target);
        else addedNodes.forEach(fitPictures);
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["src"] });
  }

  // What webpack's module federation asks of a file that Lab loads.
  const lab = /** @type {any} */ (window);
  lab._JUPYTERLAB ??= {};
  lab._JUPYTERLAB["reelbook-figures"] = {
    init: () => {},
    get: async () => () => ({
      __esModule: true,
      default: { id: "reelbook-figures:size", autoStart: true, activate },
    }),
  };
})();
