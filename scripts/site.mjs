import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, scratch } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import { serveFolder } from "./lib/serve-folder.mjs";
import { setUpSite } from "./set-up.mjs";

const USAGE = `Builds the course as a web site that needs no server of its own: site/

  npm run site [-- options]

  --serve    serve what was built on this machine, until Ctrl-C; builds it if it is missing
  --port N   listen on port N (default 8000)
  --help     this text

Any web server can serve the folder, also below a path. The notebooks run in the reader's browser.`;

const SITE = join(root, "site");

/**
 * Builds the site. The new folder replaces the old one when it is complete.
 *
 * @param {string} [folder]
 */
export async function buildSite(folder = SITE) {
  await setUpSite();
  // These need the packages that set-up has installed.
  const [
    { buildApiReference },
    { buildFrontPage },
    { addLiteSettings, buildJupyterLite },
    { buildNotebookPages },
  ] = await Promise.all([
    import("./site/api-reference.mjs"),
    import("./site/front-page.mjs"),
    import("./site/jupyterlite.mjs"),
    import("./site/notebook-pages.mjs"),
  ]);
  mkdirSync(scratch, { recursive: true });
  const work = mkdtempSync(join(scratch, "site-"));
  const made = join(work, "site");
  const replaced = join(work, "replaced");
  try {
    mkdirSync(made);
    await buildJupyterLite(made, join(work, "jupyterlite"));
    await buildFrontPage(made);
    addLiteSettings(join(made, "index.html"));
    await buildNotebookPages(made);
    await buildApiReference(join(made, "reference"));
    if (existsSync(folder)) renameSync(folder, replaced);
    renameSync(made, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function printSizes(folder) {
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const parts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const sizes = parts.map(({ name }) => ({ name, bytes: sizeOf(join(folder, name)) }));
  sizes.sort((a, b) => b.bytes - a.bytes);
  const list = sizes.map(({ name, bytes }) => `${name} ${megabytes(bytes)}`).join(", ");
  console.log(`site/ has ${megabytes(sizeOf(folder))}: ${list}.`);
}

/** @param {string} folder */
export function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
  return files.map((file) => statSync(file)).reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

/** @param {string} text */
function parsePort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Stop(`--port ${text} is not a port; give a whole number from 1024 to 65535, as --port 8001.`);
}

/** @param {number} port */
async function serveSite(port) {
  const { address } = await serveFolder(SITE, { port }).catch(({ code }) => {
    const other = port === 8000 ? 8001 : 8000;
    throw new Stop(
      `Port ${port} cannot be opened (${code}); choose another: npm run site -- --serve --port ${other}`,
    );
  });
  console.log(`The site is open at ${address}\nCtrl-C ends it.`);
}

await program(import.meta.url, {
  usage: USAGE,
  options: { serve: { type: "boolean" }, port: { type: "string", default: "8000" } },
  async main({ serve: serves, port: text }) {
    const port = parsePort(text);
    if (!serves || !existsSync(join(SITE, "index.html"))) {
      const start = performance.now();
      await buildSite();
      console.log(`Built site/ in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
      printSizes(SITE);
    }
    if (serves) await serveSite(port);
  },
});
