// @module-tag slow
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findDataset } from "../../../src/node/find-dataset.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { datasetTest } from "../../dataset-test.js";
import { root, runNode, scratchCourse, scratchFolder } from "../scratch-course.js";
import { agree, other, setting, small, smallFiles } from "./small-data.js";
import { sendPart } from "./zip-server.js";
import { zipOf } from "./zip-writer.js";

test("a data set is downloaded, unpacked and loads; a second run does nothing and says so", async () => {
  const { get, place, there, ranges } = await setting();
  const { code, printed } = await get();
  expect(code).toBe(0);
  expect(printed).toMatch(
    /do not pass ml-100k on.*ml-100k: 1 kB downloaded in 1 s\.\n.*ml-100k is in .*ml-100k\.\n$/s,
  );
  expect((await loadDataset(place)).ratings.get(1, 1)).toBe(5);
  expect(there()).toEqual(["ml-100k"]);
  expect(await get()).toEqual({ code: 0, printed: `ml-100k is here already, in ${place}.\n` });
  expect(ranges.length).toBe(1);
});

test("without an agreement to the licence nothing is asked for", async () => {
  const { run, there, ranges } = await setting();
  const { code, printed } = await run("ml-100k");
  expect(code).toBe(1);
  expect(printed).toMatch(
    /conditions:\n.*\nNobody is here to agree to this licence; where you do, add --accept-licence\.\n$/s,
  );
  expect([there(), ranges]).toEqual([[], []]);
});

test("other bytes than GroupLens published are removed", async () => {
  const { get, there } = await setting(small, sendPart(Buffer.from(small).fill(0, 40, 50)));
  const { code, printed } = await get();
  expect(code).toBe(1);
  expect(printed).toMatch(
    /ml-100k\.zip has the MD5 [0-9a-f]{32} and not [0-9a-f]{32}, so it is damaged or not ml-100k; it was removed: run this again\.\n$/,
  );
  expect(there()).toEqual([]);
});

test("a zip with the right checksum and wrong files is no data set", async () => {
  const { get, there } = await setting(zipOf([{ name: "ml-100k/u.data", data: "1" }]));
  const { code, printed } = await get();
  expect(code).toBe(1);
  expect(printed).toMatch(/ml-100k\.zip holds no u\.item, u\.user, so it is not ml-100k\.\n$/);
  expect(there().filter((name) => !name.startsWith("."))).toEqual([]);
});

test("a server that fails is one sentence, without a stack", async () => {
  const { get, there } = await setting(small, (_, response) => void response.writeHead(404).end());
  const { code, printed } = await get();
  expect(code).toBe(1);
  expect(printed).toMatch(
    /ml-100k\.zip answers 404; fetch the zip in a browser and name it with --from\.\n$/,
  );
  expect(there()).toEqual([]);
});

test("a server that is busy is asked again, and the reader told so", async () => {
  const { get } = await setting(small, (request, response, attempt) => {
    if (attempt === 1) return void response.writeHead(503).end();
    sendPart(small)(request, response, attempt);
  });
  const { code, printed } = await get();
  expect(code).toBe(0);
  expect(printed).toMatch(/\/movielens\/ml-100k\.zip answers 503; the next attempt is in 0\.01 s\.\n/);
});

describe("--from", () => {
  const zipFile = (bytes: Uint8Array) => {
    const file = join(scratchFolder(), "mine.zip");
    writeFileSync(file, bytes);
    return file;
  };

  test("takes a zip that is here, with or without its name, and leaves it there", async () => {
    for (const names of [["ml-100k"], []]) {
      const { run, place, there, ranges } = await setting();
      const file = zipFile(small);
      expect(await run(...names, "--from", file, agree)).toMatchObject({ code: 0 });
      expect((await loadDataset(place)).ratings.count).toBe(1);
      expect([there(), ranges, readFileSync(file).equals(small)]).toEqual([["ml-100k"], [], true]);
    }
  });

  test("refuses a zip with another checksum, and leaves it there", async () => {
    const { run, there } = await setting();
    const file = zipFile(other);
    const named = await run("ml-100k", "--from", file, agree);
    expect(named.code).toBe(1);
    expect(named.printed).toMatch(
      /mine\.zip has the MD5 .* not ml-100k; download it again from http.*\/ml-100k\.zip\.\n$/,
    );
    expect([there(), existsSync(file)]).toEqual([[], true]);
    const unnamed = await run("--from", zipFile(small.subarray(1)), agree);
    expect(unnamed.code).toBe(1);
    expect(unnamed.printed).toMatch(
      /mine\.zip has the MD5 [0-9a-f]{32}, as no data set in --list; say which one it is/,
    );
  });

  test("takes a zip that somebody packed again, where its files are the right ones", async () => {
    const sha256 = Object.fromEntries(
      Object.entries(smallFiles).map(([name, text]) => [
        name,
        createHash("sha256").update(text).digest("hex"),
      ]),
    );
    const official = Buffer.concat([small, Buffer.from("as GroupLens packed it")]);
    const { run, place, there } = await setting(official, sendPart(official), sha256);
    expect(await run("ml-100k", "--from", zipFile(small), agree)).toMatchObject({
      code: 0,
      printed: expect.stringContaining("not GroupLens' own zip, but the files taken from it are theirs"),
    });
    expect((await loadDataset(place)).ratings.count).toBe(1);
    expect(there()).toEqual(["ml-100k"]);
    const second = await setting(official, sendPart(official), sha256);
    const refused = await second.run("ml-100k", "--from", zipFile(other), agree);
    expect(refused.code).toBe(1);
    expect(refused.printed).toMatch(
      /mine\.zip holds a u\.data with the SHA-256 [0-9a-f]{64} and not .*, so it is not ml-100k\./,
    );
    expect(second.there().filter((name) => !name.startsWith("."))).toEqual([]);
  });

  test("takes nothing from such a zip that is not checked", async () => {
    const sha256 = Object.fromEntries(
      Object.entries(smallFiles).map(([name, text]) => [
        name,
        createHash("sha256").update(text).digest("hex"),
      ]),
    );
    const official = Buffer.concat([small, Buffer.from("as GroupLens packed it")]);
    const forged = zipOf(
      Object.entries({
        ...smallFiles,
        "ratings.csv": "userId,movieId,rating,timestamp\n1,1,5,1\n",
        "movies.csv": "movieId,title,genres\n1,FORGED (1999),Drama\n",
      }).map(([name, data]) => ({ name: `ml-100k/${name}`, data })),
    );
    const { run, place } = await setting(official, sendPart(official), sha256);
    expect(await run("ml-100k", "--from", zipFile(forged), agree)).toMatchObject({ code: 0 });
    expect(readdirSync(place).sort()).toEqual(Object.keys(smallFiles).sort());
    expect((await loadDataset(place)).movies.title(1)).toBe("Toy Story (1995)");

    const { "u.user": _, ...fewer } = sha256;
    const unchecked = await setting(official, sendPart(official), fewer);
    const refused = await unchecked.run("ml-100k", "--from", zipFile(forged), agree);
    expect(refused).toMatchObject({ code: 1, printed: expect.stringContaining("mine.zip has the MD5") });
    expect(unchecked.there()).toEqual([]);
  });

  test("names a file that is not there, and two data sets for one file", async () => {
    const { run, to } = await setting();
    const gone = join(to, "gone.zip");
    expect(await run("--from", gone, agree)).toEqual({
      code: 1,
      printed: `There is no file ${gone}; check the path after --from.\n`,
    });
    const file = zipFile(small);
    expect((await run("ml-100k", "ml-1m", "--from", file)).printed).toBe(
      `${file} is one data set, not 2; name just one.\n`,
    );
  });
});

test("a folder put there by hand counts, one that lacks files is not touched", async () => {
  const { get, place, ranges } = await setting();
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "u.data"), "mine");
  const half = await get();
  expect(half.code).toBe(1);
  expect(half.printed).toContain(`${place} lacks u.item, u.user; move it away and run this again.\n`);
  for (const file of ["u.item", "u.user"]) writeFileSync(join(place, file), "mine");
  expect((await get()).printed).toBe(`ml-100k is here already, in ${place}.\n`);
  expect(ranges).toEqual([]);
});

test("--list says what there is, how big it is, and where it is here", async () => {
  const { run, get, place } = await setting();
  await get();
  const { code, printed } = await run("--list");
  expect(code).toBe(0);
  expect(printed.split("\n").map((line) => line.replace(/ +/g, " "))).toEqual([
    "ml-latest-small 1 ratings part of this course not here: git restore data/ml-latest-small",
    `ml-100k 1 ratings 1 kB to download ${place}`,
    "ml-1m 1,000,209 ratings 1 kB to download not here: npm run data -- ml-1m",
    "",
  ]);
});

test.each([
  [[], "Name a data set; there are: ml-latest-small, ml-100k, ml-1m.\n"],
  [["ml-99k"], 'There is no data set "ml-99k"; there are: ml-latest-small, ml-100k, ml-1m.\n'],
  [
    ["ml-latest-small"],
    "ml-latest-small is part of this repository; git restore data/ml-latest-small brings it back.\n",
  ],
])("%j is answered with a sentence", async (names, printed) => {
  const { run } = await setting();
  expect(await run(...names)).toEqual({ code: 1, printed });
});

test("a place that is no folder is a sentence", async () => {
  const { get, to } = await setting();
  writeFileSync(to, "a file");
  const { code, printed } = await get();
  expect(code).toBe(1);
  expect(printed).toMatch(
    /data: the system says EEXIST to mkdir; check it, or choose another folder with --to\.\n$/,
  );
});

test("an address that is none of the web is a sentence", () => {
  const env = { REELBOOK_DATA_URL: "ftp://x" };
  const args = ["scripts/data.mjs", "ml-1m", "--to", scratchFolder(), agree];
  expect(runNode(root, args, env)).toMatchObject({
    code: 1,
    printed: expect.stringContaining(
      "REELBOOK_DATA_URL is ftp://x; name a folder of the web, as https://files.",
    ),
  });
});

test("--help says what there is to ask for", () => {
  const { code, printed } = runNode(root, ["scripts/data.mjs", "--help"]);
  expect(code).toBe(0);
  expect(printed).toContain("npm run data -- ml-100k");
});

test("where npm's packages are missing, they are asked for before anything is downloaded", () => {
  const { code, printed } = runNode(scratchCourse(), ["scripts/data.mjs", "ml-1m", "--to", "data", agree]);
  expect(code).toBe(1);
  expect(printed).toBe("The npm packages are not there; install them with npm ci and run this again.\n");
});

datasetTest(
  "ml-100k",
  "the real files come out as they are, and a zip that somebody made of them is taken for what it is",
  async () => {
    const original = findDataset("ml-100k");
    const names = readdirSync(original);
    const zip = zipOf(
      names.map((name) => ({ name: `ml-100k/${name}`, data: readFileSync(join(original, name)) })),
    );
    const { get, to, place } = await setting(zip);
    expect(await get()).toMatchObject({ code: 0 });
    expect(readdirSync(place)).toEqual(names);
    for (const name of names)
      expect(readFileSync(join(place, name)).equals(readFileSync(join(original, name)))).toBe(true);
    expect((await loadDataset(place)).ratings.count).toBe(100_000);

    const file = join(to, "mine.zip");
    writeFileSync(file, zip);
    const again = scratchFolder();
    const args = ["scripts/data.mjs", "ml-100k", "--from", file, "--to", again, agree];
    const { code, printed } = runNode(root, args);
    expect([code, printed]).toEqual([
      0,
      expect.stringContaining("not GroupLens' own zip, but the files taken from it are theirs"),
    ]);
    expect((await loadDataset(join(again, "ml-100k"))).ratings.count).toBe(100_000);
  },
);
