const DOTS_PER_METRE_OF_PAGE = 96 / 0.0254;

/**
 * The width of a PNG in CSS pixels, by the resolution in its pHYs chunk; NaN without one.
 *
 * @param png base64
 */
export function pictureWidth(png: string): number {
  const start = atob(png.slice(0, 256));
  const bytes = new DataView(Uint8Array.from(start, (byte) => byte.charCodeAt(0)).buffer);
  const resolution = start.indexOf("pHYs");
  if (resolution < 0 || resolution + 8 > bytes.byteLength) return Number.NaN;
  return Math.round((bytes.getUint32(16) / bytes.getUint32(resolution + 4)) * DOTS_PER_METRE_OF_PAGE);
}
