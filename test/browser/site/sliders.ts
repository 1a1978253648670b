import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { root } from "../../../scripts/lib/places.mjs";
import { sliderScenarios } from "../slider-scenarios.js";
import type { StartVisit } from "./visit.js";

const NAME = "sliders.ipynb";
const TIME = "2026-01-01T00:00:00Z";

/**
 * The tests of sliders that hold in JupyterLab, in the page.
 *
 * @param visit starts a visit that lasts longer than a test
 */
export function testSliders(visit: StartVisit): void {
  sliderScenarios(async () => {
    const reader = await visit({ prepare: addNotebook });
    await reader.page.setViewportSize({ width: 1200, height: 1800 });
    await reader.open(NAME);
    return reader.page;
  });
}

/** Adds the notebook of the scenarios to the files of the site. */
async function addNotebook(context: BrowserContext): Promise<void> {
  const body = readFileSync(join(root, "test/fixtures", NAME), "utf8");
  const entry = {
    ...{ name: NAME, path: NAME, type: "notebook", format: "json", mimetype: null, content: null },
    ...{ created: TIME, last_modified: TIME, writable: true, size: body.length },
  };
  await context.route("**/api/contents/all.json*", async (route) => {
    const folder = await (await route.fetch()).json();
    await route.fulfill({ json: { ...folder, content: [...folder.content, entry] } });
  });
  await context.route(`**/files/${NAME}*`, (route) =>
    route.fulfill({ body, contentType: "application/json" }),
  );
}
