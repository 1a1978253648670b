import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";
import { setUpPackages } from "../set-up.mjs";

/**
 * Writes the reference of the library's API into a folder, from the doc comments. A comment with a
 * link that leads nowhere is an error.
 *
 * @param {string} folder that does not exist yet: TypeDoc would remove what is in it
 */
export async function buildApiReference(folder) {
  if (existsSync(folder)) throw new Stop(`${folder} exists; the API reference needs a new folder.`);
  const packages = await setUpPackages("package-tools");
  const typedoc = pathToFileURL(join(packages, "node_modules/typedoc/dist/index.js")).href;
  const source = join(root, "src");
  const { Application, Converter } = await import(typedoc);
  const application = await Application.bootstrap({
    name: "reelbook",
    entryPoints: ["index", "reference", "web"].map((name) => join(source, `${name}.ts`)),
    tsconfig: join(root, "tsconfig.build.json"),
    readme: join(source, "README.md"),
    projectDocuments: [join(source, "SETTINGS.md"), join(root, "CHANGELOG.md")],
    disableSources: true,
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeProtected: true,
    hideGenerator: true,
    includeVersion: true,
    logLevel: "Warn",
    skipErrorChecking: true, // `npm run types` checks with a newer compiler.
    sort: ["kind", "alphabetical"],
    validation: { notExported: false, invalidLink: true, notDocumented: false },
  });
  application.converter.on(Converter.EVENT_RESOLVE_END, dropInherited);
  const project = await application.convert();
  if (project) await application.generateDocs(project, folder);
  const { errorCount, warningCount } = application.logger;
  if (!project || errorCount + warningCount > 0) {
    throw new Stop("The API reference could not be built; correct what TypeDoc says above.");
  }
}

/**
 * A member is on the page of the type that declares it, which its heirs name: repeated on each of
 * them, the members of fitted models alone would take 5 MB.
 *
 * @param {{ project: any }} context of TypeDoc's converter
 */
function dropInherited({ project }) {
  for (const reflection of Object.values(project.reflections)) {
    if (reflection.inheritedFrom) project.removeReflection(reflection);
  }
}
