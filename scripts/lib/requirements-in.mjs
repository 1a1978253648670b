/**
 * The requirements of a file for pip, each on one line with its version, condition and hashes.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function requirementsIn(text) {
  return text
    .replaceAll(/\\\r?\n/g, " ")
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
