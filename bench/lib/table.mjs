/** @param {readonly string[]} cells */
const line = (cells) => `| ${cells.join(" | ")} |`;

/**
 * A table in Markdown.
 *
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 */
export function markdownTable(header, rows) {
  const body = rows.map((row) => line(row.map((cell) => cell.replaceAll("|", "\\|"))));
  return [line(header), line(header.map(() => "---")), ...body].join("\n");
}

/**
 * A text with a new body in one of its sections, which are between `<!-- name -->` and
 * `<!-- /name -->`. A new section is added at the end.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} body
 */
export function withSection(text, name, body) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = `${open}\n\n${body.trim()}\n\n${close}`;
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) return `${text.trimEnd()}\n\n${section}\n`;
  return text.slice(0, start) + section + text.slice(end + close.length);
}
