// @ts-check
// Lab shows the stored picture of a figure before it is run, at one pixel of it per CSS pixel.
// Pictures of the course have a higher resolution, stored in pHYs of the PNG. This extension shows
// all pictures with pHYs at their physical size.

(() => {
  const PICTURE = ".jp-RenderedPlotly > .plot-img";
  const PNG = "data:image/png;base64,";
  const DOTS_PER_METRE_OF_PAGE = 96 / 0.0254;

  /** The width of a PNG in CSS pixels, by its resolution; NaN without one. @param {string} url */
  function widthOf(url) {
    if (!url.startsWith(PNG)) return Number.NaN;
    const start = atob(url.slice(PNG.length, PNG.length + 256));
    const bytes = new DataView(Uint8Array.from(start, (byte) => byte.charCodeAt(0)).buffer);
    const resolution = start.indexOf("pHYs");
    if (resolution < 0 || resolution + 8 > bytes.byteLength) return Number.NaN;
    return Math.round((bytes.getUint32(16) / bytes.getUint32(resolution + 4)) * DOTS_PER_METRE_OF_PAGE);
  }

  /** @param {Node} node that was added to the page or has changed */
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

  // The interface of webpack's module federation, which Lab loads.
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
