import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { PLOTLY, readNotebook } from "./notebook.mjs";
import { tools, venvPython } from "./places.mjs";
import { Stop } from "./program.mjs";
import { run } from "./run.mjs";

const PLACEHOLDER = "plotly.min.js";

/**
 * Writes an executed notebook as one web page that holds its figures and all they need (only
 * formulas are typeset by a MathJax from the web). nbconvert draws no plotly figures, so each
 * becomes HTML that calls plotly.js, and plotly.js itself goes where nbconvert would load
 * RequireJS.
 *
 * @param {string} executed path of the executed notebook, whose figures are replaced in place
 * @param {string} html
 */
export async function writeHtml(executed, html) {
  const notebook = readNotebook(executed);
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  const figures = outputs.filter((output) => output.data?.[PLOTLY]);
  for (const [index, { data }] of figures.entries()) {
    data["text/html"] = figureHtml(data[PLOTLY], `figure-${index + 1}`);
    delete data[PLOTLY];
  }
  writeFileSync(executed, JSON.stringify(notebook));

  const page = join(dirname(executed), "page.html");
  const options = [`--HTMLExporter.require_js_url=${PLACEHOLDER}`, "--output", basename(page), executed];
  const { code, stderr } = await run(venvPython, ["-m", "nbconvert", "--to", "html", ...options]);
  if (code !== 0) throw new Stop(`nbconvert could not write ${html}: ${stderr.trim().split("\n").at(-1)}`);
  const plotly = readFileSync(tools.plotly, "utf8");
  const script = `<script>${plotly.replaceAll("</script", "<\\/script")}</script>`;
  writeFileSync(
    html,
    readFileSync(page, "utf8").replace(`<script src="${PLACEHOLDER}"></script>`, () => script),
  );
}

/**
 * @param {object} figure as plotly takes it: data, layout, config
 * @param {string} id
 */
function figureHtml(figure, id) {
  // Without "<", nothing in the data can end the script element.
  const json = JSON.stringify(figure).replaceAll("<", "\\u003c");
  return `<div id="${id}"></div><script>Plotly.newPlot("${id}", ${json});</script>`;
}
