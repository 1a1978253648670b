/** The place in a file, its line, and a mark below it, which Node writes in front of an error. */
const SOURCE_LINE = /^(?!evalmachine)[^\n]+:\d+\n[^\n]*\n[ ^~]+\n+/;
/** Frames of Node, of tslab and of our process around them, and nameless ones of the cell. */
const FRAME = /\n +at (?:.*(?:node:|[\\/]tslab[\\/]|cell-process\.mjs)|evalmachine\.).*?(?=( \{)?$)/gm;

/**
 * An error as Node prints it, with its sentence first: without the line of a bundle in front, and
 * without the frames of the stack that lie below the cell.
 *
 * @param {string} text
 */
export function shortError(text) {
  return text.replace(SOURCE_LINE, "").replace(FRAME, "").trimEnd();
}
