import { escapeHtml } from "../../text/escape-html.js";
import type { FormattedColumn, FormattedTable } from "./format-table.js";

/**
 * A table as HTML without colours, so that it has those of the page, light or dark. Alignment is
 * set twice: by style, because JupyterLab's style sheet overrides the attribute, and by attribute,
 * because some viewers remove styles. Dollar signs in cells start no formula.
 */
export function tableToHtml({ columns, shape }: FormattedTable, title?: string): string {
  const rowCount = columns[0]?.cells.length ?? 0;
  const header = columns.map((column) => cell("th", column, column.name)).join("");
  const rows = Array.from(
    { length: rowCount },
    (_, row) => `<tr>${columns.map((column) => cell("td", column, column.cells[row])).join("")}</tr>`,
  );
  return [
    `<div class="mathjax_ignore tex2jax_ignore">`,
    title === undefined ? "" : `<p><b>${escapeHtml(title)}</b></p>`,
    `<table><thead><tr>${header}</tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table>`,
    shape && `<p><small>${escapeHtml(shape)}</small></p>`,
    "</div>",
  ]
    .filter(Boolean)
    .join("\n");
}

function cell(tag: "th" | "td", { align }: FormattedColumn, text: string): string {
  return `<${tag} align="${align}" style="text-align: ${align}">${escapeHtml(text)}</${tag}>`;
}
