import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Site } from "./site.js";
import { patience, type StartVisit, type Visit } from "./visit.js";

const MODEL = 'import { GlobalMean, loadModel, Ratings, saveModel } from "reelbook";';
const FIT = "const fitted = new GlobalMean().fit(Ratings.from([{ userId: 1, itemId: 2, rating: 4 }]));";
const NO_STORAGE = "The browser keeps nothing for this page";

/** Files of the reader, and what may go wrong: each says what is wrong and what to do. */
export function testTrouble(visit: StartVisit, site: () => Site): void {
  test("a file that is dropped into the file browser is read by loadRatings", async () => {
    const reader = await visit();
    await reader.openNew();
    await drop(reader, "mine.csv", "who;film;stars\nann;Heat;4\nbob;Heat;2\n");
    await reader.page.locator(".jp-DirListing-itemText", { hasText: "mine.csv" }).waitFor();
    await reader.run('import { loadRatings } from "reelbook";');
    const columns = '{ userId: "who", itemId: "film", rating: "stars" }';
    expect(await reader.run(`(await loadRatings("mine.csv", ${columns})).count`)).toBe("2");
    expect(await reader.run('await loadRatings("yours.csv")')).toContain(
      "yours.csv: there is no such file in the top folder; check its name and folder, or drop the file",
    );
  });

  test("a saved model is there after the page is loaded again", { tags: "long" }, async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run(MODEL);
    await reader.run(FIT);
    expect(await reader.run('await saveModel("mean.model", fitted);')).toBe("");
    await reader.openNew();
    await reader.run(MODEL);
    expect(await reader.run('(await loadModel("mean.model")).predict(1, 2)')).toBe("4");
  });

  test("storage that is full gives a sentence", { tags: "long" }, async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run(MODEL);
    await reader.run(FIT);
    await reader.page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    expect(await reader.run('await saveModel("mean.model", fitted);')).toContain(
      "mean.model was not saved: the browser's storage for this page is full; delete files in the file browser",
    );
    expect(await reader.run("1 + 1")).toBe("2");
  });

  test("storage that is forbidden gives a sentence, and notebooks run", { tags: "long" }, async () => {
    const reader = await visit({
      prepare: (context) =>
        context.addInitScript(() => {
          for (const name of ["indexedDB", "localStorage"]) {
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException("denied", "SecurityError");
              },
            });
          }
        }),
    });
    await reader.openNew();
    await reader.notification(NO_STORAGE).waitFor();
    expect(await reader.run("1 + 1")).toBe("2");
  });

  test("a page without workers says so", async () => {
    const reader = await visit({
      prepare: (context) =>
        context.addInitScript(() => {
          Reflect.deleteProperty(window, "Worker");
        }),
    });
    await reader.page.goto(`${site().address}lab/index.html?path=notebooks/02-popularity.ipynb`);
    await reader.notification("starts no web workers").waitFor();
  });

  test("a page opened from a file says so", async () => {
    const reader = await visit();
    await reader.page.goto(pathToFileURL(join(site().folder, "lab/index.html")).href);
    await reader.page.getByText("Browsers do not run notebooks from a file.").waitFor();
  });

  test("a page that is loaded again half way runs from the top", { tags: "long" }, async () => {
    const reader = await visit();
    await reader.open("notebooks/02-popularity.ipynb");
    await reader.choose("Run", "Run All Cells");
    await reader.page.getByText("TypeScript | Busy").waitFor();
    await reader.open("notebooks/02-popularity.ipynb");
    await reader.runAll();
    expect(await reader.complaints()).toEqual([]);
  });

  test("a copy of an older version says so, and the new version opens beside it", {
    tags: "long",
  }, async () => {
    const reader = await visit();
    await reader.open("notebooks/02-popularity.ipynb");
    const changed = reader.page.locator(".lm-TabBar-tab.jp-mod-dirty");
    // A copy that Lab saves by itself would hide the next version.
    expect(await changed.count()).toBe(0);
    await reader.page.locator(".jp-CodeCell .cm-content").first().click();
    await reader.page.keyboard.insertText("// mine\n");
    await changed.waitFor();
    await reader.choose("File", "Save Notebook");
    await changed.waitFor({ state: "detached" });
    await reader.open("notebooks/02-popularity.ipynb");
    const offer = reader.notification("This is your own copy of 02-popularity.ipynb");
    await reader.page.getByText("// mine").waitFor();
    expect(await offer.count()).toBe(0);

    await reader.page.route("**/published.json", async (route) => {
      await route.fulfill({ json: { "notebooks/02-popularity.ipynb": "newer" } });
    });
    await reader.open("notebooks/02-popularity.ipynb");
    await offer.getByRole("button", { name: "Open the new version beside it" }).click();
    await reader.page.locator(".lm-TabBar-tabLabel", { hasText: "02-popularity new.ipynb" }).waitFor();
    await expect.poll(() => reader.page.getByText("// mine").isVisible(), { timeout: patience }).toBe(false);
  });

  test("a changed notebook that is deleted in the list of files is the original again", {
    tags: "long",
  }, async () => {
    const reader = await visit();
    await reader.open("notebooks/00-start-here.ipynb");
    await reader.page.locator(".jp-CodeCell .cm-content").first().click();
    await reader.page.keyboard.insertText("// mine\n");
    const changed = reader.page.locator(".lm-TabBar-tab.jp-mod-dirty");
    await changed.waitFor();
    await reader.choose("File", "Save Notebook");
    await changed.waitFor({ state: "detached" });
    await reader.choose("File", "Close Tab");
    await reader.page.locator(".jp-DirListing-item", { hasText: "notebooks" }).dblclick();
    const file = reader.page.locator(".jp-DirListing-item", { hasText: "00-start-here.ipynb" });
    await file.click({ button: "right" });
    await reader.page.locator(".lm-Menu-itemLabel", { hasText: /^Delete$/ }).click();
    await reader.page.locator(".jp-Dialog .jp-mod-accept").click();
    await file.waitFor();
    await reader.open("notebooks/00-start-here.ipynb");
    await reader.page.locator(".jp-Notebook .jp-CodeCell").first().waitFor();
    expect(await reader.page.getByText("// mine").count()).toBe(0);
  });
}

/** Drops a file on Lab's file browser. */
async function drop({ page }: Visit, name: string, text: string): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), "reelbook-")), name);
  writeFileSync(file, text);
  const { x, y, width, height } = (await page.locator(".jp-DirListing-content").boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const place = { x: x + width / 2, y: y + height - 20 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...place, data });
  }
}
