import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notebookNames, notebookPath } from "../lib/course-notebooks.mjs";
import { importSource } from "../lib/import-source.mjs";
import { buildLabExtension } from "../lib/lab-extensions.mjs";
import { readNotebook } from "../lib/notebook.mjs";
import { root, venvPython } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";
import { run } from "../lib/run.mjs";
import { stampOf } from "../lib/stamp.mjs";
import { buildKernelExtension } from "./kernel-extension.mjs";

/** The extensions of `lab/` in the page, beside the kernel. */
const EXTENSIONS = ["figures", "sliders"];

/** The data set of the site; its licence allows to pass it on. */
const DATASET = "ml-latest-small";

/** What JupyterLite writes and no page loads. */
const UNUSED = [
  "index.html",
  "jupyterlite.schema.v0.json",
  "package.json",
  "rspack.config.analyze.js",
  "rspack.config.js",
  "rspack.config.watch.js",
  "service-worker.js",
  "bootstrap.js",
];

/** Where the browser stores nothing, notebooks still run; what is changed is gone in the end. */
const STORAGE = ["asyncStorage", "memoryStorageDriver"];

const CONFIGURATION = {
  appName: "Reelbook",
  defaultKernelName: "tslab",
  enableMemoryStorage: true,
  contentsStorageDrivers: STORAGE,
  settingsStorageDrivers: STORAGE,
  workspacesStorageDrivers: STORAGE,
  disabledExtensions: [
    // It would keep files of an old site.
    "@jupyterlite/application-extension:service-worker-manager",
    "@jupyterlite/application-extension:share-file",
  ],
};

const SETTINGS = {
  "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
};

/**
 * Builds JupyterLite with the notebooks, the data and the kernel.
 *
 * @param {string} site the folder that gets `lab`, `files` and the others
 * @param {string} work a folder for what is needed meanwhile
 */
export async function buildJupyterLite(site, work) {
  rmSync(work, { recursive: true, force: true });
  const lite = join(work, "lite");
  const labextensions = join(work, "labextensions");
  for (const folder of [lite, labextensions]) mkdirSync(folder, { recursive: true });
  const kernel = await buildKernelExtension(labextensions);
  for (const name of EXTENSIONS) await buildLabExtension(name, labextensions);
  writeJson(join(lite, "overrides.json"), SETTINGS);
  const contents = join(work, "contents");
  writeJson(join(kernel, "published.json"), await copyContents(contents));

  const args = [
    ...["-m", "jupyterlite_core", "build", "--force"],
    ...["--lite-dir", lite, "--output-dir", site, "--contents", contents],
    ...["--apps", "lab", "--no-sourcemaps", "--no-unused-shared-packages", "--no-libarchive"],
    ...["--ignore-sys-prefix", "federated_extensions"],
    `--FederatedExtensionAddon.extra_labextensions_path=${labextensions}`,
  ];
  // It keeps a file of its own in the folder where it runs.
  const { code, stdout, stderr } = await run(venvPython, args, { cwd: work });
  if (code !== 0)
    throw new Stop(`${stdout}${stderr}\nJupyterLite could not be built; correct what it says above.`);
  configure(join(site, "jupyter-lite.json"));
  for (const name of UNUSED) rmSync(join(site, name), { force: true });
  explainFileProtocol(join(site, "lab", "index.html"));
}

/** @param {string} file */
function configure(file) {
  const settings = JSON.parse(readFileSync(file, "utf8"));
  const known = settings["jupyter-config-data"];
  writeJson(file, { ...settings, "jupyter-config-data": { ...known, ...CONFIGURATION } });
}

/**
 * Copies the files of Lab's file browser. A notebook is marked with the hash of its content, so
 * that the page knows an older copy that the reader has saved.
 *
 * @param {string} contents
 * @returns {Promise<Record<string, string>>} the marks by path
 */
async function copyContents(contents) {
  const { NOTEBOOK_METADATA } = await importSource("lab/kernel/kernel-info.ts");
  /** @type {Record<string, string>} */
  const marks = {};
  mkdirSync(join(contents, "notebooks"), { recursive: true });
  for (const name of notebookNames()) {
    const notebook = readNotebook(notebookPath(name));
    const published = stampOf([JSON.stringify(notebook)]);
    const metadata = {
      ...notebook.metadata,
      ...NOTEBOOK_METADATA,
      reelbook: { ...notebook.metadata?.reelbook, published },
    };
    writeJson(join(contents, "notebooks", `${name}.ipynb`), { ...notebook, metadata });
    marks[`notebooks/${name}.ipynb`] = published;
  }
  cpSync(join(root, "data", DATASET), join(contents, "data", DATASET), { recursive: true });
  return marks;
}

const FILE_PROTOCOL = `<script>
if (location.protocol === "file:") {
  document.addEventListener("DOMContentLoaded", () => {
    document.body.innerHTML = "<p style='font: 18px system-ui; margin: 15vh auto; max-width: 34em; padding: 0 1em'>" +
      "Browsers do not run notebooks from a file. Serve the folder of the site, for example with " +
      "<code>npm run site -- --serve</code> or <code>python3 -m http.server</code>, and open the address it prints.</p>";
  });
}
</script>
`;

/**
 * Lets JupyterLite take the page at the root of the site for its own, whose settings it reads.
 *
 * @param {string} page
 */
export function addLiteSettings(page) {
  const html = readFileSync(page, "utf8");
  const settings = '<script id="jupyter-config-data" type="application/json">{}</script>';
  writeFileSync(page, html.replace("</head>", `${settings}</head>`));
}

/** @param {string} page */
function explainFileProtocol(page) {
  const html = readFileSync(page, "utf8");
  writeFileSync(page, html.replace("<head>", `<head>\n${FILE_PROTOCOL}`));
}

/** @param {string} file @param {unknown} content */
function writeJson(file, content) {
  writeFileSync(file, JSON.stringify(content));
}
