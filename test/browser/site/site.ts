import { join } from "node:path";
import { scratch } from "../../../scripts/lib/places.mjs";
import { type FolderServer, serveFolder } from "../../../scripts/lib/serve-folder.mjs";
import { buildSite } from "../../../scripts/site.mjs";

/** The site as `npm run site` builds it, served below a path. */
export interface Site extends FolderServer {
  /** Its folder. */
  readonly folder: string;
}

export async function startSite(): Promise<Site> {
  const folder = join(scratch, "site-tested");
  await buildSite(folder);
  return { ...(await serveFolder(folder, { path: "/courses/reelbook/" })), folder };
}
