import type { Application, NotebookPanel, Notifications } from "./lab-application.js";
import { LabFiles, storageTrouble } from "./lab-files.js";

/**
 * The marks of the notebooks that the site has, by path. A reader's copy keeps the one it was made
 * from.
 */
export type PublishedNotebooks = Readonly<Record<string, string>>;

/** Whether an opened notebook is a copy that the reader saved before the site got a newer one. */
export function isOutdated(published: PublishedNotebooks, panel: NotebookPanel): boolean {
  const mark = published[panel.context.path];
  const own = panel.content.model?.getMetadata("reelbook") as { published?: string } | undefined;
  return mark !== undefined && own?.published !== mark;
}

/** A name for the new version beside the copy: "02-popularity new.ipynb", or "… new 2.ipynb". */
export function freeName(path: string, taken: readonly string[]): string {
  const stem = (path.split("/").at(-1) ?? path).replace(/\.ipynb$/, "");
  for (let number = 1; ; number++) {
    const name = `${stem} new${number === 1 ? "" : ` ${number}`}.ipynb`;
    if (!taken.includes(name)) return name;
  }
}

/**
 * Says that a notebook is the reader's own copy of an older version, which hides the new one, and
 * offers to open the new one beside it.
 *
 * @param site the address of the site
 */
export function offerNewVersion(
  panel: NotebookPanel,
  { app, notifications, site }: { app: Application; notifications: Notifications; site: URL },
): void {
  const { path } = panel.context;
  const { contents } = app.serviceManager;
  const openNew = async () => {
    const folder = path.split("/").slice(0, -1).join("/");
    const name = freeName(path, (await new LabFiles(contents).list(folder)) ?? []);
    const response = await fetch(new URL(`files/${path.split("/").map(encodeURIComponent).join("/")}`, site));
    if (!response.ok)
      throw new Error(`The new version cannot be fetched (${response.status}); load the page again.`);
    const beside = [folder, name].filter(Boolean).join("/");
    const content: unknown = await response.json();
    await contents.save(beside, { type: "notebook", format: "json", content }).catch((error: unknown) => {
      throw new Error(`${beside} was not saved: ${storageTrouble(error)}`);
    });
    await app.commands.execute("docmanager:open", { path: beside });
  };
  const callback = () => {
    openNew().catch(({ message }: Error) => notifications.error(message, { autoClose: false }));
  };
  notifications.info(
    `This is your own copy of ${path.split("/").at(-1)}, made before the course was updated. It stays as it is.`,
    { autoClose: false, actions: [{ label: "Open the new version beside it", callback }] },
  );
}
