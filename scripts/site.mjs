import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, scratch } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import { serveFolder } from "./lib/serve-folder.mjs";
import { setUpSite } from "./set-up.mjs";
import { buildFrontPage } from "./site/front-page.mjs";
import { addLiteSettings, buildJupyterLite } from "./site/jupyterlite.mjs";
import { buildNotebookPages } from "./site/notebook-pages.mjs";

const USAGE = `Builds the course as a web site that needs no server of its own: site/

  npm run site [-- options]

  --serve    serve what was built on this machine, until Ctrl-C; builds it if it is missing
  --port N   listen on port N (default 8000)
  --help     this text

Any web server can serve the folder, also below a path. The notebooks run in the reader's browser.`;

const SITE = join(root, "site");

/** Builds the site. The new folder replaces the old one when it is complete. */
export async function buildSite() {
  const start = performance.now();
  await setUpSite();
  const work = join(scratch, "site");
  const made = join(work, "made");
  const replaced = join(work, "replaced");
  for (const folder of [made, replaced]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  await buildJupyterLite(made, join(work, "jupyterlite"));
  await buildFrontPage(made);
  await buildNotebookPages(made);
  addLiteSettings(join(made, "index.html"));
  if (existsSync(SITE)) renameSync(SITE, replaced);
  renameSync(made, SITE);
  rmSync(replaced, { recursive: true, force: true });
  console.log(`Built site/ in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
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
    if (!serves || !existsSync(join(SITE, "index.html"))) await buildSite();
    if (serves) await serveSite(port);
  },
});
