import { notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { foldedPart } from "../../scripts/lib/folded-parts.mjs";
import { codeCells, readNotebook, textOf } from "../../scripts/lib/notebook.mjs";

/**
 * The text of each folded part of a published notebook, with "|" after each cell of a table. They
 * are computed on ML-100K, which a machine may lack; what is published is compared with a run where
 * it is there.
 */
export function tutorialsNumbers(name: string): string[] {
  const outputs = codeCells(readNotebook(notebookPath(name))).flatMap((cell) => cell.outputs ?? []);
  return outputs
    .filter((output) => foldedPart(output)?.isMissing === false)
    .map((output) => plainText(textOf(output.data["text/html"])));
}

function plainText(html: string): string {
  return html
    .replace(/<\/t[hd]>/g, "|")
    .replace(/<[^>]*>|\n/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
