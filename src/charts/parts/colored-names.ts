import { escapeHtml } from "../../text/escape-html.js";
import { palette } from "./theme.js";

/** The colours of lines or bars that are told apart by name, in their order. */
export const seriesColors: readonly string[] = [palette.blue, palette.orange, palette.green, palette.pink];

/** The names of lines or bars as a legend of words, each in its colour. */
export function coloredNames(names: readonly string[]): string {
  return names
    .map((name, place) => `<span style="color: ${seriesColors[place]}">${escapeHtml(name)}</span>`)
    .join(", ");
}
