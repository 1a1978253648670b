import { defineExtension } from "../extension.js";

// Lab shows the stored picture of a figure before it is run, at one pixel of it per CSS pixel.
// Pictures of the course have a higher resolution, stored in pHYs of the PNG. This extension shows
// all pictures with pHYs at their physical size.

const PICTURE = ".jp-RenderedPlotly > .plot-img";
const PNG = "data:image/png;base64,";
const DOTS_PER_METRE_OF_PAGE = 96 / 0.0254;

defineExtension("reelbook-figures", async () => [{ id: "reelbook-figures:size", autoStart: true, activate }]);

function activate(): void {
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") fitPictures(target);
      else addedNodes.forEach(fitPictures);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["src"] });
}

/** Fits the pictures in a node that was added to the page or has changed. */
function fitPictures(node: Node): void {
  if (!(node instanceof Element)) return;
  const pictures = node.matches(PICTURE) ? [node] : node.querySelectorAll(PICTURE);
  for (const picture of pictures as Iterable<HTMLImageElement>) {
    const width = widthOf(picture.src);
    picture.style.width = width > 0 ? `min(${width}px, 100%)` : "";
  }
}

/** The width of a PNG in CSS pixels, by its resolution; NaN without one. */
function widthOf(url: string): number {
  if (!url.startsWith(PNG)) return Number.NaN;
  const start = atob(url.slice(PNG.length, PNG.length + 256));
  const bytes = new DataView(Uint8Array.from(start, (byte) => byte.charCodeAt(0)).buffer);
  const resolution = start.indexOf("pHYs");
  if (resolution < 0 || resolution + 8 > bytes.byteLength) return Number.NaN;
  return Math.round((bytes.getUint32(16) / bytes.getUint32(resolution + 4)) * DOTS_PER_METRE_OF_PAGE);
}
