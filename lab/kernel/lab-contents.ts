/** The part of Lab's contents manager that is used. */
export interface ContentsManager {
  get(path: string, options?: { content?: boolean }): Promise<ContentsModel>;
  save(path: string, model: Partial<ContentsModel>): Promise<ContentsModel>;
}

/** A file, notebook or folder in Lab. */
export interface ContentsModel {
  readonly name: string;
  readonly path: string;
  readonly type: "file" | "notebook" | "directory";
  readonly format: "text" | "base64" | "json" | null;
  readonly content: unknown;
}
