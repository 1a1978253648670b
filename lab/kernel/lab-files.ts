import type { ContentsManager, ContentsModel } from "./lab-contents.js";

/** The files of Lab's file browser, for the workers: those of the site and the reader's own. */
export class LabFiles {
  readonly #contents: ContentsManager;

  constructor(contents: ContentsManager) {
    this.#contents = contents;
  }

  /** The bytes of a file; undefined if there is none. */
  async read(path: string): Promise<Uint8Array | undefined> {
    const model = await this.#get(path);
    if (!model || model.type === "directory") return undefined;
    if (model.format === "base64") {
      return Uint8Array.from(atob(String(model.content)), (character) => character.charCodeAt(0));
    }
    const text = typeof model.content === "string" ? model.content : JSON.stringify(model.content);
    return new TextEncoder().encode(text);
  }

  /** The names in a folder; undefined if there is none. */
  async list(folder: string): Promise<readonly string[] | undefined> {
    const model = await this.#get(folder);
    if (model?.type !== "directory") return undefined;
    return (model.content as readonly ContentsModel[]).map(({ name }) => name);
  }

  /** Keeps a file in the browser's storage, where the file browser shows it. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.#contents.save(path, { type: "file", format: "base64", content: await base64(bytes) });
    } catch (error) {
      throw new Error(`${path} was not saved: ${storageTrouble(error)}`);
    }
  }

  /** Asks only for what is listed: for anything else, Lab would ask the web server in vain. */
  async #get(path: string): Promise<ContentsModel | undefined> {
    let model = await this.#contents.get("", { content: true });
    const parts = path.split("/").filter((part) => part !== "");
    for (const [index, part] of parts.entries()) {
      const names = model.type === "directory" ? (model.content as readonly ContentsModel[]) : [];
      if (!names.some(({ name }) => name === part)) return undefined;
      model = await this.#contents.get(parts.slice(0, index + 1).join("/"), { content: true });
    }
    return model;
  }
}

/** Why the browser stored nothing, and what to do. */
export function storageTrouble(error: unknown): string {
  const { name = "", message = String(error) } = error instanceof Error ? error : {};
  if (name === "QuotaExceededError" || /quota/i.test(message)) {
    return "the browser's storage for this page is full; delete files in the file browser.";
  }
  return (
    `the browser stores nothing for this page (${name || message}); ` +
    "allow storage, or leave private browsing."
  );
}

/** By the browser's own encoder, which is quick for models of many megabytes. */
async function base64(bytes: Uint8Array): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const url = await read;
  return url.slice(url.indexOf(",") + 1);
}
