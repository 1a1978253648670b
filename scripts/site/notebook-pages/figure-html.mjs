import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importSource } from "../../lib/import-source.mjs";
import { Stop } from "../../lib/program.mjs";

/**
 * Writes the figures of a notebook into files, and gives their HTML: the picture, which becomes a
 * live figure when a reader points at it or asks for it.
 *
 * @param {string} folder of the page
 * @param {string} name of the notebook
 * @returns {Promise<(figure: import("./outputs.mjs").PublishedFigure) => string>}
 */
export async function figureWriter(folder, name) {
  const { textOfHtml } = await importSource("src/text/text-of-html.ts");
  const { escapeHtml } = await importSource("src/text/escape-html.ts");
  mkdirSync(join(folder, "figures"), { recursive: true });
  let count = 0;
  return ({ figure, png }) => {
    if (png === undefined) {
      throw new Stop(
        `notebooks/${name}.ipynb has a figure without a picture, as Lab saves it after a run. ` +
          `Give all its figures pictures (npm run publish-notebooks -- ${name}), ` +
          `or take back what was saved (git checkout notebooks/${name}.ipynb).`,
      );
    }
    const { width = 700, height = 450, title } = figure.layout;
    const file = `figures/${name}-${++count}`;
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(figure));
    writeFileSync(join(folder, `${file}.png`), Buffer.from(png, "base64"));
    const text = escapeHtml(textOfHtml(title?.text ?? "Figure"));
    return (
      `<figure data-figure="${file}.json"><img src="${file}.png" width="${width}" height="${height}" ` +
      `loading="lazy" decoding="async" alt="${text}"><div class="live" hidden></div>` +
      `<figcaption><button type="button">Make it live</button></figcaption></figure>\n`
    );
  };
}
