import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";

/** The bundle as one script that defines `reelbook`; an import of `node:` anywhere below browser.ts fails it. */
async function browserBundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/browser.ts")],
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

describe("the browser's bundle", () => {
  let bundle: string;
  beforeAll(async () => {
    bundle = await browserBundle();
  });

  /** Runs code after the bundle where there is JavaScript and what every browser has, and nothing of Node. */
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

  test("saves a model in a buffer and gets it back without Node", async () => {
    const scores = await inBareContext(`async () => {
      const { GlobalMean, modelFromBuffer, modelToBuffer, Ratings } = reelbook;
      const ratings = Ratings.from([{ userId: "ü", itemId: 1, rating: 4 }]);
      const loaded = modelFromBuffer(modelToBuffer(new GlobalMean().fit(ratings)));
      return [loaded.predict("ü", 1), typeof process, typeof require];
    }`);
    expect(scores).toEqual([4, "undefined", "undefined"]);
  });
});
