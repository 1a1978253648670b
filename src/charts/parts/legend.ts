import { escapeHtml } from "../../text/escape-html.js";
import { palette } from "./theme.js";

const { grey: _, ...colors } = palette;

/** The colours of lines, bars and groups, in their order. */
export const seriesColors: readonly string[] = Object.values(colors);

/** The most lines, or kinds of bars, in one figure. */
export const MAX_SERIES = 4;

/** The colour of a line or group; after the last colour the first one follows again. */
export function seriesColor(place: number): string {
  return seriesColors[place % seriesColors.length];
}

/** Text in a colour, escaped: an entry of a legend in the subtitle. */
export function coloredText(text: string, color: string): string {
  return `<span style="color: ${color}">${escapeHtml(text)}</span>`;
}

/** The names of lines or bars as a legend, each in its {@link seriesColor}. */
export function coloredNames(names: readonly string[]): string[] {
  return names.map((name, place) => coloredText(name, seriesColor(place)));
}
