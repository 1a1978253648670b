// @module-tag slow
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { questionOf } from "../../pages/front/controls.js";
import { LIKED_FROM, type Question, Recommender } from "../../pages/front/recommender.js";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { root, scratch } from "../../scripts/lib/places.mjs";
import { type FolderServer, serveFolder } from "../../scripts/lib/serve-folder.mjs";
import { buildFrontPage } from "../../scripts/site/front-page.mjs";
import { loadDataset, type Movies } from "../../src/index.js";
import { lacksChromium } from "./lacks-chromium.js";

const lacking = lacksChromium();
const pictures = join(scratch, "screenshots");
const path = "/courses/reelbook/";
const data = join(root, "data/ml-latest-small");

const title = lacking ? `the front page (skipped: ${lacking})` : "the front page";
describe.skipIf(lacking)(title, () => {
  let folder: string;
  let server: FolderServer;
  let browser: Browser;
  let movies: Movies;
  let recommender: Recommender;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    folder = mkdtempSync(join(scratch, "front-"));
    await buildFrontPage(folder);
    server = await serveFolder(folder, { path });
    browser = await chromium.launch({ executablePath: findChromium() });
    const loaded = await loadDataset(data);
    movies = loaded.movies;
    const ratings = loaded.ratings.filter(({ rating }) => rating >= LIKED_FROM);
    const titles = new Map(ratings.items.ids.map((id) => [Number(id), movies.title(id)]));
    recommender = new Recommender({ ratings, titles });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page of its own with the addresses that it asks for, and what goes wrong in it. */
  async function open(options: BrowserContextOptions = {}, address = server.address) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    context.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(address);
    return { page, requests, errors };
  }

  async function openLive(options?: BrowserContextOptions) {
    const opened = await open(options);
    await opened.page.locator("html[data-live]").waitFor();
    return opened;
  }

  const listed = (page: Page) =>
    page.locator("#advice > li").evaluateAll((items) => items.map(({ dataset }) => Number(dataset.item)));
  const rated = (page: Page) =>
    page
      .locator("#own > li")
      .evaluateAll((items) =>
        items.map((item) => [
          item.querySelector(".title")!.textContent,
          Number(item.querySelector<HTMLInputElement>(":checked")!.value),
        ]),
      );
  const search = (page: Page, text: string) => page.getByRole("combobox").fill(text);
  const options = (page: Page) => page.getByRole("option").allTextContents();

  const inNode = (own: Record<string, number>, positions = { unusual: 2, atLeast: 2 }) => {
    const ratings: Question["own"] = Object.entries(own).map(([title, rating]) => ({
      itemId: movies.find(title),
      rating,
    }));
    return recommender.answer(questionOf(ratings, positions)).advice.map(({ itemId }) => itemId);
  };

  test("has a list before any script runs, the same as afterwards and as in Node", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    const before = await listed(page);
    expect(await page.locator("noscript").textContent()).toContain("JavaScript is off");
    const { page: live, errors } = await openLive();
    expect(await listed(live)).toEqual(before);
    const example = { "Matrix, The (1999)": 5, "Spirited Away (2001)": 5, "Forrest Gump (1994)": 2 };
    expect(before).toEqual(inNode(example));
    expect(errors).toEqual([]);
    await live.screenshot({ path: join(pictures, "front-page.png"), fullPage: true });
  });

  test("search, stars and sliders change the list and its reasons", async () => {
    const { page } = await openLive();
    await page.getByRole("button", { name: "Forget all ratings" }).click();
    await expect.poll(() => rated(page)).toEqual([]);
    await expect.poll(() => page.locator("#not-personal").isVisible()).toBe(true);
    await expect.poll(() => listed(page)).toEqual(inNode({}));

    await search(page, "AMÉLIE");
    await expect.poll(() => options(page)).toEqual([expect.stringMatching(/^Amelie \(/)]);
    await page.getByRole("option").click();
    await search(page, "the matrix 1999");
    await expect.poll(() => options(page)).toEqual(["The Matrix (1999)"]);
    await page.getByRole("option").click();
    expect(await rated(page)).toEqual([
      ["The Matrix (1999)", 5],
      ["Amelie (2001)", 5],
    ]);
    const both = { "Matrix, The (1999)": 5, "Amelie (2001)": 5 };
    await expect.poll(() => listed(page)).toEqual(inNode(both));
    const both5 = /^because you gave (Amelie 5 stars and The Matrix|The Matrix 5 stars and Amelie) 5 stars$/;
    const texts = await page.locator(".reason").allTextContents();
    expect(texts).toContainEqual(expect.stringMatching(both5));

    const stars = page.getByRole("group", { name: "Your rating of Amelie (2001)" });
    await stars.getByRole("radio", { name: "1 star" }).click();
    await expect.poll(() => listed(page)).toEqual(inNode({ ...both, "Amelie (2001)": 1 }));
    const reasons = new Set(await page.locator(".reason").allTextContents());
    expect([...reasons]).toEqual(["because you gave The Matrix 5 stars"]);

    await page.getByLabel(/^Popular or unusual/).fill("4");
    expect(await page.locator("#unusual-text").textContent()).toBe("unusual first");
    const one = { "Matrix, The (1999)": 5, "Amelie (2001)": 1 };
    await expect.poll(() => listed(page)).toEqual(inNode(one, { unusual: 4, atLeast: 2 }));
    await page.getByLabel(/^Liked by at least/).fill("6");
    await expect.poll(() => listed(page)).toEqual(inNode(one, { unusual: 4, atLeast: 6 }));
  });

  test("a movie of the list moves to the ratings when its stars are clicked", async () => {
    const { page } = await openLive();
    const [first, second] = await listed(page);
    const name = await page.locator("#advice .title").first().textContent();
    await page.locator("#advice > li").first().getByRole("radio", { name: "4 stars" }).click();
    await expect.poll(() => rated(page)).toEqual(expect.arrayContaining([[name, 4]]));
    await expect.poll(() => listed(page)).not.toContain(first);
    expect(await listed(page)).toContain(second);
  });

  test("works by keyboard alone", async () => {
    const { page } = await openLive();
    await page.getByRole("combobox").focus();
    await page.keyboard.type("toy story");
    await expect.poll(() => options(page)).toHaveLength(3);
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).textContent()).toBe("Toy Story 2 (1999)");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("option").count()).toBe(0);
    // The focus is on the stars of the new movie.
    await page.keyboard.press("ArrowLeft");
    expect((await rated(page))[0]).toEqual(["Toy Story (1995)", 4]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect((await rated(page)).map(([name]) => name)).not.toContain("Toy Story (1995)");

    const [first] = await listed(page);
    await page.locator("#advice input").first().focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    expect((await listed(page))[0]).toBe(first);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await rated(page))[0]![1]).toBe(4);
    await expect
      .poll(() =>
        page.evaluate(
          () => document.activeElement?.closest("#advice > li") === document.querySelector("#advice > li"),
        ),
      )
      .toBe(true);

    await page.getByRole("combobox").fill("heat");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("option").count()).toBe(0);
    expect(await page.getByRole("combobox").inputValue()).toBe("");
  });

  test("asks the network for nothing after the first list, and only its own files before", async () => {
    const { page, requests } = await openLive();
    expect(requests.every((address) => address.startsWith(server.address))).toBe(true);
    requests.length = 0;
    await search(page, "spirited");
    await page.getByRole("option").first().click();
    await page.getByLabel(/^Popular or unusual/).fill("0");
    await page.locator("#advice > li").first().getByRole("radio", { name: "5 stars" }).click();
    await search(page, "щщщщ");
    await expect.poll(() => page.locator("#search-note").textContent()).toContain("none is similar");
    await page.waitForTimeout(500);
    expect(requests).toEqual([]);
  });

  test("says when nothing matches, with similar titles", async () => {
    const { page } = await openLive();
    await search(page, "Mattrix");
    await expect
      .poll(() => page.locator("#search-note").textContent())
      .toBe("No title has the words “Mattrix”. Similar titles are:");
    expect(await options(page)).toContain("The Matrix (1999)");
  });

  test("keeps ratings in the browser until they are forgotten", async () => {
    const { page } = await openLive();
    await search(page, "heat 1995");
    await page.getByRole("option").click();
    const kept = await rated(page);
    await page.reload();
    await page.locator("html[data-live]").waitFor();
    expect(await rated(page)).toEqual(kept);
    await page.evaluate(() => {
      const [key] = Object.keys(localStorage);
      localStorage.setItem(
        key!,
        JSON.stringify([
          { itemId: 1, rating: 5 },
          { itemId: -7, rating: 5 },
        ]),
      );
    });
    await page.reload();
    await page.locator("html[data-live]").waitFor();
    expect(await rated(page)).toEqual([["Toy Story (1995)", 5]]);
    expect(await page.locator("#said").textContent()).toContain("1 of your ratings of an earlier visit");
    await page.getByRole("button", { name: "Forget all ratings" }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("works on a phone: nothing is wider than the page, and stars are large enough", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const phone = { width: 360, height: 740 };
      const { page } = await openLive({ viewport: phone, isMobile: true, hasTouch: true, colorScheme });
      await page.locator("#search").tap();
      await search(page, "lord of the rings");
      await page.getByRole("option").first().tap();
      expect((await rated(page))[0]![0]).toMatch(/^The Lord of the Rings/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      const sizes = await page.locator(".stars label").evaluateAll((labels) =>
        labels.map((label) => {
          const { width, height } = label.getBoundingClientRect();
          return Math.min(width, height);
        }),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
      await page.screenshot({ path: join(pictures, `front-page-phone-${colorScheme}.png`), fullPage: true });
    }
  });

  test("moves nothing while it loads, and nothing below the list when the list changes", async () => {
    const { page } = await openLive();
    const top = () => page.locator("#notebooks").evaluate((heading) => heading.getBoundingClientRect().top);
    const before = await top();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((give) => {
          new PerformanceObserver((list) =>
            give(
              list
                .getEntries()
                .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
            ),
          ).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => give(0), 300);
        }),
    );
    expect(shift).toBeLessThan(0.01);
    await page.getByLabel(/^Liked by at least/).fill("6");
    await page.getByLabel(/^Popular or unusual/).fill("0");
    await page.waitForTimeout(200);
    expect(Math.abs((await top()) - before)).toBeLessThan(60);
  });

  test("says what is wrong without workers, without its data, without storage, and from a file", async () => {
    const trouble = async (page: Page) => {
      await page.locator("#trouble:not([hidden])").waitFor();
      return page.locator("#trouble").textContent();
    };
    const opened = async (script: string, address = server.address) => {
      const context = await browser.newContext();
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.addInitScript(script);
      await page.goto(address);
      return page;
    };
    expect(await trouble(await opened("delete globalThis.Worker"))).toContain("has no web workers");
    expect(
      await trouble(
        await opened("globalThis.Worker = class { constructor() { throw new Error('blocked') } }"),
      ),
    ).toContain("did not start the worker that computes the list (blocked)");
    expect(await trouble(await opened("", pathToFileURL(join(folder, "index.html")).href))).toContain(
      "opened as a file",
    );

    const incomplete = mkdtempSync(join(scratch, "front-"));
    onTestFinished(() => rmSync(incomplete, { recursive: true }));
    cpSync(folder, incomplete, { recursive: true });
    rmSync(join(incomplete, "front/ratings.bin"));
    const other = await serveFolder(incomplete);
    onTestFinished(() => other.end());
    expect(await trouble(await opened("", other.address))).toContain("front/ratings.bin: 404");
    writeFileSync(join(incomplete, "front/ratings.bin"), Uint8Array.of(9));
    expect(await trouble(await opened("", other.address))).toContain("this page reads version 1");
    rmSync(join(incomplete, "front/worker.js"));
    expect(await trouble(await opened("", other.address))).toContain("its script could not be loaded");

    const forbidden =
      "Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('no') } })";
    const page = await opened(forbidden);
    await page.locator("html[data-live]").waitFor();
    await page
      .getByRole("button", { name: /^Remove/ })
      .first()
      .click();
    expect(await page.locator("#kept").textContent()).toContain("keeps no data");
  });

  test("a hostile title of the data stays text; an empty list says why", async () => {
    const hostile = `<img src=x onerror="window.hacked=1"> & ${"$x$ '"} (1999)`;
    const dataset = mkdtempSync(join(scratch, "hostile-"));
    onTestFinished(() => rmSync(dataset, { recursive: true }));
    writeFileSync(join(dataset, "README.txt"), "licence");
    const quoted = `"${hostile.replaceAll('"', '""')}"`;
    writeFileSync(
      join(dataset, "movies.csv"),
      `movieId,title,genres\n1,${quoted},Drama\n2,${quoted},Drama\n3,Heat (1995),Crime\n`,
    );
    const rows = [1, 2, 3, 4, 5].flatMap((user) => [1, 2, 3].map((movie) => `${user},${movie},5.0,1`));
    writeFileSync(join(dataset, "ratings.csv"), `userId,movieId,rating,timestamp\n${rows.join("\n")}\n`);
    const site = join(dataset, "site");
    await buildFrontPage(site, { dataset, example: { "Heat (1995)": 5 } });
    const own = await serveFolder(site);
    onTestFinished(() => own.end());
    const { page, errors } = await open({}, own.address);
    await page.locator("html[data-live]").waitFor();
    expect(await page.locator("#advice .title").allTextContents()).toEqual([hostile, hostile]);
    await search(page, "img");
    await expect.poll(() => options(page)).toEqual([hostile, hostile]);
    await page.getByRole("option").first().click();
    expect((await rated(page))[0]).toEqual([hostile, 5]);
    await page.getByLabel(/^Liked by at least/).fill("6");
    await page.locator("#no-advice:not([hidden])").waitFor();
    expect(await listed(page)).toEqual([]);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(errors).toEqual([]);
  });
});
