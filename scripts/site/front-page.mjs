import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importSource } from "../lib/import-source.mjs";
import { root } from "../lib/places.mjs";
import { bundlePage } from "./bundle-page.mjs";
import { courseNotebooks } from "./course-list.mjs";
import { fillTemplate } from "./fill-template.mjs";

/** The ratings that the page shows at first, by title. */
const EXAMPLE = {
  "Matrix, The (1999)": 5,
  "Spirited Away (Sen to Chihiro no kamikakushi) (2001)": 5,
  "Forrest Gump (1994)": 2,
};

/**
 * Writes the front page: `index.html` and the folder `front` with its scripts, styles and ratings.
 *
 * @param {string} site the folder of the site
 * @param {object} [options]
 * @param {string} [options.dataset] a folder in the layout of MovieLens
 * @param {Readonly<Record<string, number>>} [options.example] stars by title
 */
export async function buildFrontPage(
  site,
  { dataset = join(root, "data/ml-latest-small"), example = EXAMPLE } = {},
) {
  const files = join(site, "front");
  mkdirSync(files, { recursive: true });
  const { loadDataset } = await importSource("src/index.ts");
  const { pageContents } = await importSource("pages/front/page-contents.ts");
  const { file, texts } = pageContents(await loadDataset(dataset), example);
  writeFileSync(join(files, "ratings.bin"), file);
  copyFileSync(join(dataset, "README.txt"), join(files, "ml-latest-small.txt"));
  await bundlePage("front", ["main", "worker"], files);

  const notebooks = courseNotebooks();
  const template = readFileSync(join(root, "pages/front/index.html"), "utf8");
  const page = fillTemplate(template, {
    ...texts,
    notebookCount: spelled(notebooks.length),
    firstLive: notebooks[0]?.live ?? "",
    notebooks: notebooks.map(notebookItem).join(""),
  });
  writeFileSync(join(site, "index.html"), page);
}

/** @param {import("./course-list.mjs").CourseNotebook} notebook */
function notebookItem({ name, question, uses, minutes, page, live }) {
  return (
    `<li class="notebook"><h3><a href="${page}">${question}</a></h3><p>${uses}</p>` +
    `<p class="open"><a href="${page}" aria-label="Read ${name}">Read</a>` +
    `<a href="${live}" aria-label="Run ${name} live">Run it live</a>` +
    `<span class="minutes">${minutes} min</span></p></li>`
  );
}

/** @param {number} count */
function spelled(count) {
  const words = ["Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen"];
  return words[count - 10] ?? String(count);
}
