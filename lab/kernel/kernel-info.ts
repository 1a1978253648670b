/** How Lab lists the kernel. Its name is the same in JupyterLab, so notebooks fit both. */
export const KERNEL_SPEC = { name: "tslab", display_name: "TypeScript", language: "typescript" };

/** How Lab edits and saves the language. */
export const LANGUAGE_INFO = {
  name: "typescript",
  version: "5.0.4",
  mimetype: "text/typescript",
  file_extension: ".ts",
  codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
};

/**
 * What Lab writes into the metadata of a notebook that this kernel runs. A notebook that has it
 * already is not changed by being opened, so Lab saves no copy of it.
 */
export const NOTEBOOK_METADATA = { kernelspec: KERNEL_SPEC, language_info: LANGUAGE_INFO };
