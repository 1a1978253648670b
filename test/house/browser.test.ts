import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build, type PluginBuild } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { Ease } from "../../src/models/item-weights/ease.js";
import { modelKinds } from "../../src/models/saving/model-kinds.js";
import { modelToBuffer } from "../../src/models/saving/model-to-buffer.js";
import { BoostedTrees } from "../../src/models/trees/boosted-trees.js";
import { smallRatings } from "../models/contract/conformance.js";

/**
 * The bundle as one script that defines `reelbook`; fails if it imports `node:` anywhere.
 */
async function browserBundle(entryPoint = "src/browser.ts"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entryPoint)],
    bundle: true,
    write: false,
    platform: "browser",
    target: "es2022",
    format: "iife",
    globalName: "reelbook",
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}

/** What a page bundles of the browser build, which is one file, for its own program. */
async function pageBundle(program: string): Promise<string> {
  const options = {
    bundle: true,
    write: false,
    platform: "browser",
    format: "esm",
    logLevel: "silent",
  } as const;
  const built = await build({ ...options, entryPoints: [join(root, "src/browser.ts")], target: "es2022" });
  const reelbook = {
    name: "reelbook",
    setup({ onResolve, onLoad }: PluginBuild) {
      onResolve({ filter: /^reelbook\/browser$/ }, ({ path }) => ({
        path,
        namespace: "built",
        sideEffects: false,
      }));
      onLoad({ filter: /./, namespace: "built" }, () => ({ contents: built.outputFiles[0]!.text }));
    },
  };
  const page = await build({
    ...options,
    stdin: { contents: program },
    plugins: [reelbook],
    format: "iife",
    globalName: "page",
    minify: true,
  });
  return page.outputFiles[0]!.text;
}

describe("a page's bundle", () => {
  const kindsIn = (text: string) =>
    [...modelKinds, BoostedTrees].map(({ kind }) => kind).filter((kind) => text.includes(`"${kind}"`));

  test("contains one kind of model if one is read", async () => {
    const program = 'import { Ease, readModel } from "reelbook/browser"; export { Ease, readModel };';
    const bundle = await pageBundle(program);
    expect(kindsIn(bundle)).toEqual(["Ease"]);
    expect(bundle).not.toContain("diverged in iteration");
    expect(bundle.length).toBeLessThan(60_000);
    const buffer = modelToBuffer(new Ease().fit(smallRatings));
    const context = createContext({ TextEncoder, TextDecoder, bytes: new Uint8Array(buffer) });
    const similar = runInContext(
      `${bundle};JSON.stringify(page.readModel(bytes, [page.Ease]).similarItems("a"))`,
      context,
    );
    expect(JSON.parse(similar)).toEqual(new Ease().fit(smallRatings).similarItems("a"));
  });

  test("contains one kind of model if one is fitted and saved", async () => {
    const program =
      'import { ItemKnn, modelToBuffer } from "reelbook/browser"; export { ItemKnn, modelToBuffer };';
    expect(kindsIn(await pageBundle(program))).toEqual(["Baseline", "ItemKnn"]);
  });

  test("contains all kinds if any may be read", async () => {
    const program = 'import { modelFromBuffer } from "reelbook/browser"; export { modelFromBuffer };';
    expect(kindsIn(await pageBundle(program))).toEqual([...modelKinds, BoostedTrees].map(({ kind }) => kind));
  });
});

describe("the browser's bundle", () => {
  let bundle: string;
  beforeAll(async () => {
    bundle = await browserBundle();
  });

  /** Runs code after the bundle with JavaScript and what every browser has, without Node. */
  async function inBareContext(code: string): Promise<unknown> {
    const context = createContext({ TextEncoder, TextDecoder, structuredClone });
    const json = await runInContext(`${bundle};(async () => JSON.stringify(await (${code})()))()`, context);
    return JSON.parse(json);
  }

  test("reads ratings, fits a model and recommends without Node", async () => {
    const recommended = await inBareContext(`async () => {
      const { MeanRating, parseRatings, textSource } = reelbook;
      const text = 'user,film,stars\\r\\n1,"Heat, The",5\\r\\n2,"Heat, The",4\\r\\n2,Casino,3\\r\\n3,Casino,2\\r\\n';
      const columns = { userId: "user", itemId: "film", rating: "stars" };
      const format = { separator: ",", quotes: true, header: true, columns };
      const ratings = await parseRatings(textSource("mine.csv", text), format);
      return new MeanRating({ damping: 0 }).fit(ratings).recommend(3);
    }`);
    expect(recommended).toEqual([{ itemId: "Heat, The", score: 4.5 }]);
  });

  test("saves a model in a buffer and reads it again without Node", async () => {
    const scores = await inBareContext(`async () => {
      const { GlobalMean, modelFromBuffer, modelToBuffer, Ratings } = reelbook;
      const ratings = Ratings.from([{ userId: "ü", itemId: 1, rating: 4 }]);
      const loaded = modelFromBuffer(modelToBuffer(new GlobalMean().fit(ratings)));
      return [loaded.predict("ü", 1), typeof process, typeof require];
    }`);
    expect(scores).toEqual([4, "undefined", "undefined"]);
  });
});

test("the bundle of web.ts shows, plots and loads where a page says, without Node", async () => {
  const bundle = await browserBundle("src/web.ts");
  const context = createContext({ TextEncoder, TextDecoder, structuredClone, console });
  const shown = runInContext(
    `${bundle};(async () => {
      const shown = [];
      const display = { html: (html) => shown.push(html), raw: (type) => shown.push(type) };
      const { TslabHost, loadRatings, plot, show, useFiles, useHost } = reelbook;
      let refusal;
      try { show([1]); } catch (error) { refusal = error.message; }
      useHost(new TslabHost({ display, newDisplay: () => display }, {}));
      const text = new TextEncoder().encode("userId,itemId,rating\\n1,2,3\\n");
      useFiles({ folder: "", read: async () => text, list: async () => undefined });
      show([(await loadRatings("mine.csv")).count]);
      plot({ data: [], layout: {} });
      return JSON.stringify([refusal, ...shown]);
    })()`,
    context,
  );
  expect(JSON.parse(await shown)).toEqual([
    expect.stringContaining("call useHost(host) first"),
    expect.stringContaining(">1</td>"),
    "application/vnd.plotly.v1+json",
  ]);
});
