import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { figureWriter } from "../../../../scripts/site/notebook-pages/figure-html.mjs";

const figure = { data: [], layout: { width: 300, height: 200, title: { text: "<b>Votes</b> & means" } } };
const folder = mkdtempSync(join(tmpdir(), "reelbook-figures-"));

test("a figure is written as data and picture, whose text is its title", async () => {
  const write = await figureWriter(folder, "02-popularity");
  const html = write({ figure, png: Buffer.from("picture").toString("base64") });
  expect(html).toContain('<img src="figures/02-popularity-1.png" width="300" height="200"');
  expect(html).toContain('alt="Votes &#38; means"');
  expect(readFileSync(join(folder, "figures/02-popularity-1.png"), "utf8")).toBe("picture");
  expect(JSON.parse(readFileSync(join(folder, "figures/02-popularity-1.json"), "utf8"))).toEqual(figure);
});

test("a figure without a picture is a sentence that names the notebook and the remedy", async () => {
  const write = await figureWriter(folder, "06-nearest-users");
  expect(() => write({ figure, png: undefined })).toThrow(
    /^notebooks\/06-nearest-users.ipynb has a figure without a picture.*npm run publish-notebooks -- 06-nearest-users/,
  );
});
