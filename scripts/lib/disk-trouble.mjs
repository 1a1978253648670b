import { Stop } from "../lib/program.mjs";

/**
 * An error of the disk as a sentence; other errors as they are.
 *
 * @param {unknown} error
 * @param {string} folder where the data go
 */
export function explainDisk(error, folder) {
  const { code = "", syscall, path = folder } = /** @type {NodeJS.ErrnoException} */ (error);
  if (!syscall) return error;
  if (["ENOSPC", "EDQUOT"].includes(code)) {
    return new Stop(`The disk of ${folder} is full; make room, or choose another folder with --to.`);
  }
  if (["EACCES", "EPERM", "EROFS"].includes(code)) {
    return new Stop(`${path} may not be written (${code}); change that, or choose another folder with --to.`);
  }
  return new Stop(
    `${path}: the system says ${code} to ${syscall}; look there, or choose another folder with --to.`,
  );
}
