import { PLOTLY, textOf } from "../../lib/notebook.mjs";
import { Stop } from "../../lib/program.mjs";
import { escapeText, highlightedCode } from "./highlighted-code.mjs";

const PARAMETERS = "application/vnd.reelbook.parameters+json";

/**
 * @typedef {object} PublishedFigure
 * @property {{ data: object[], layout: { width?: number, height?: number, title?: { text?: string }
 *   } }} figure
 * @property {string | undefined} png in base64; a figure that Lab saved has none
 */

/**
 * The outputs of a cell as HTML. Tables and sentences are as `show` published them.
 *
 * @param {import("../../lib/notebook.mjs").Cell} cell
 * @param {(figure: PublishedFigure) => string} drawFigure
 */
export function outputsHtml({ outputs = [], source }, drawFigure) {
  const showsSource = /\bsource\(/.test(textOf(source));
  return outputs.map((output) => outputHtml(output, { drawFigure, showsSource })).join("");
}

/**
 * @param {Record<string, any>} output
 * @param {{ drawFigure: (figure: PublishedFigure) => string, showsSource: boolean }} options
 */
function outputHtml({ output_type: type, data = {}, text }, { drawFigure, showsSource }) {
  if (type === "stream") {
    const lines = textOf(text).trimEnd();
    return `<pre class="output">${showsSource ? highlightedCode(lines) : escapeText(lines)}</pre>\n`;
  }
  const png = data["image/png"];
  if (data[PLOTLY]) return drawFigure({ figure: data[PLOTLY], png: png && textOf(png) });
  if (data["text/html"]) return `<div class="output">${textOf(data["text/html"])}</div>\n`;
  // The cell above shows the same values.
  if (data[PARAMETERS]) return "";
  if (data["text/plain"]) return `<pre class="output">${escapeText(textOf(data["text/plain"]))}</pre>\n`;
  throw new Stop(
    `A published output is of no kind that a page shows: ${type} ${Object.keys(data).join(", ")}. ` +
      "Add its kind to scripts/site/notebook-pages/outputs.mjs.",
  );
}
