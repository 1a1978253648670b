import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notebookPath } from "../lib/course-notebooks.mjs";
import { readNotebook, textOf } from "../lib/notebook.mjs";
import { root, tools } from "../lib/places.mjs";
import { bundlePage } from "./bundle-page.mjs";
import { courseNotebooks } from "./course-list.mjs";
import { fillTemplate } from "./fill-template.mjs";
import { figureWriter } from "./notebook-pages/figure-html.mjs";
import { escapeText, highlightedCode } from "./notebook-pages/highlighted-code.mjs";
import { markdownWriter } from "./notebook-pages/markdown.mjs";
import { outputsHtml } from "./notebook-pages/outputs.mjs";

/** Files in docs that notebooks link. */
const DOCUMENTS = ["benchmarks", "large"];

/**
 * Writes each notebook as a page that is read and printed, into the folder `notebooks`, and
 * the documents which notebooks link, into `docs`.
 *
 * @param {string} site the folder of the site
 */
export async function buildNotebookPages(site) {
  const folder = join(site, "notebooks");
  mkdirSync(folder, { recursive: true });
  await bundlePage("notebook", ["main"], join(folder, "page"));
  copyFileSync(tools.plotly, join(folder, "page", "plotly.min.js"));
  const notebooks = courseNotebooks();
  for (const [place, { name }] of notebooks.entries()) {
    const neighbors = { previous: notebooks[place - 1]?.name, next: notebooks[place + 1]?.name };
    writeFileSync(join(folder, `${name}.html`), await notebookPage(name, folder, neighbors));
  }
  for (const name of DOCUMENTS) writeDocument(name, join(site, "docs"));
}

/**
 * @param {string} name
 * @param {string} folder of the page
 * @param {{ previous: string | undefined, next: string | undefined }} neighbors
 */
async function notebookPage(name, folder, { previous, next }) {
  const markdown = markdownWriter(siteLink);
  const drawFigure = await figureWriter(folder, name);
  const cells = readNotebook(notebookPath(name)).cells.map((cell) => {
    const source = textOf(cell.source);
    if (cell.cell_type !== "code") return markdown.write(source);
    const code = `<pre class="code"><code>${highlightedCode(source)}</code></pre>\n`;
    return code + outputsHtml(cell, drawFigure);
  });
  const link = (/** @type {string | undefined} */ other, /** @type {string} */ label) =>
    other === undefined ? "<span></span>" : `<a href="${other}.html" rel="${label}">${other}</a>`;
  return page(markdown.headings, cells.join(""), {
    live: `<a class="button" href="../lab/index.html?path=notebooks/${name}.ipynb">Run it live</a>`,
    neighbors: `${link(previous, "prev")}${link(next, "next")}`,
    base: "",
  });
}

/** @param {string} name of a file in docs @param {string} folder */
function writeDocument(name, folder) {
  mkdirSync(folder, { recursive: true });
  const docs = join(root, "docs");
  const markdown = markdownWriter(siteLink);
  const html = markdown.write(readFileSync(join(docs, `${name}.md`), "utf8"));
  const texts = { live: "", neighbors: "", base: "../notebooks/" };
  writeFileSync(join(folder, `${name}.html`), page(markdown.headings, html, texts));
  for (const file of readdirSync(docs).filter((name) => html.includes(`src="${name}"`)))
    copyFileSync(join(docs, file), join(folder, file));
}

/**
 * @param {readonly import("./notebook-pages/markdown.mjs").Heading[]} headings
 * @param {string} content
 * @param {{ live: string, neighbors: string, base: string }} texts
 */
function page(headings, content, { live, neighbors, base }) {
  const title = headings.find(({ level }) => level === 1)?.text ?? "Reelbook";
  const entries = headings
    .filter(({ level }) => level === 2)
    .map(({ id, text }) => `<li><a href="#${id}">${escapeText(text)}</a></li>`);
  const template = readFileSync(join(root, "pages/notebook/index.html"), "utf8");
  return fillTemplate(template, {
    title: escapeText(title),
    contents: entries.join(""),
    content,
    live,
    neighbors,
    base,
  });
}

/** The address in the site of what a document of the course links. @param {string} address */
function siteLink(address) {
  return address.replace(/^([\w./-]+)\.(?:ipynb|md)(?=$|#)/, "$1.html");
}
