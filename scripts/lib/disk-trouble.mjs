/**
 * A sentence for an error of writing; undefined for any other error.
 *
 * @param {unknown} error
 * @param {{ folder: string, cure: string }} place the folder that is written, and another solution
 */
export function diskTrouble(error, { folder, cure }) {
  const { code = "", syscall, path = folder } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  if (!syscall || syscall.startsWith("spawn")) return undefined;
  if (["ENOSPC", "EDQUOT"].includes(code)) return `The disk of ${folder} is full; make room, or ${cure}.`;
  if (!["EACCES", "EPERM", "EROFS"].includes(code)) return undefined;
  return `${path} may not be written (${code}); change that, or ${cure}.`;
}
