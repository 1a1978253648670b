import { readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { notebookNames } from "../lib/course-notebooks.mjs";
import { root } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";

/**
 * @typedef {object} CourseNotebook
 * @property {string} name
 * @property {string} question HTML
 * @property {string} uses HTML
 * @property {string} minutes
 * @property {string} page its address as a page, from the root of the site
 * @property {string} live its address in JupyterLite, from the root of the site
 */

const ROW = /^\| \[([\w-]+)\]\([^)]*\) \| (.+?) \| (.+?) \| (\d+) \|$/gm;

/**
 * The notebooks of the course as the table in notebooks/README.md has them.
 *
 * @returns {CourseNotebook[]}
 */
export function courseNotebooks() {
  const markdown = new MarkdownIt({ html: false });
  const table = readFileSync(join(root, "notebooks/README.md"), "utf8");
  const notebooks = [...table.matchAll(ROW)].map(([, name = "", question = "", uses = "", minutes = ""]) => ({
    name,
    question: markdown.renderInline(question),
    uses: markdown.renderInline(uses),
    minutes,
    page: `notebooks/${name}.html`,
    live: `lab/index.html?path=notebooks/${name}.ipynb`,
  }));
  const missing = notebookNames().filter((name) => !notebooks.some((each) => each.name === name));
  if (missing.length === 0) return notebooks;
  throw new Stop(
    `The table in notebooks/README.md has no row for ${missing.join(", ")}; add one with question, use and minutes.`,
  );
}
