import type { FormattedTable } from "./format-table.js";

/** A table as lines of plain text with aligned columns. */
export function tableToText({ columns, shape }: FormattedTable, title?: string): string {
  const padded = columns.map(({ name, align, cells }) => {
    const texts = [name, ...cells];
    const width = Math.max(...texts.map(lengthOf));
    return [...texts.slice(0, 1), "─".repeat(width), ...texts.slice(1)].map((text) => {
      const blank = " ".repeat(width - lengthOf(text));
      return align === "right" ? blank + text : text + blank;
    });
  });
  const lines = (padded[0] ?? []).map((_, row) =>
    padded
      .map((texts) => texts[row])
      .join("  ")
      .trimEnd(),
  );
  return [title, ...lines, shape].filter(Boolean).join("\n");
}

/** Characters, not UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}
