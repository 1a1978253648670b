/** The text of a doc comment without its stars: "Adds one. @default 1". */
export function docText(comment: string): string {
  return comment
    .replace(/^\s*\/\*\*|\*\/\s*$/g, "")
    .replace(/^[ \t]*\* ?/gm, "")
    .trim();
}
