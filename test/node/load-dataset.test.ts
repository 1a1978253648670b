import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { loadDataset } from "../../src/node/load-dataset.js";
import { datasetTest } from "../dataset-test.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function folderWith(files: Record<string, string | Uint8Array>, folder?: string): Promise<string> {
  const path = folder ?? (await mkdtemp(join(tmpdir(), "reelbook-")));
  await mkdir(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return path;
}

const csvFiles = {
  "ratings.csv": "userId,movieId,rating,timestamp\r\n1,1,4.0,964982703\r\n",
  "movies.csv": 'movieId,title,genres\r\n1,"Toy, The (1995) ",Comedy|Drama\r\n2,None,(no genres listed)\r\n',
};

describe("loadDataset", () => {
  test("reads ml-latest-small as it is", async () => {
    const { ratings, movies, users } = await loadDataset("ml-latest-small");
    expect(ratings.count).toBe(100836);
    expect(ratings.users.size).toBe(610);
    expect(ratings.items.size).toBe(9724);
    expect(movies.count).toBe(9742);
    expect(users).toBeUndefined();
    expect(ratings.scale).toEqual({ min: 0.5, max: 5 });
    expect(ratings.at(0)).toEqual({ userId: 1, itemId: 1, rating: 4, timestamp: 964982703 });
    expect(movies.title(1)).toBe("Toy Story (1995)");
    expect(movies.ids.filter((itemId) => movies.genres(itemId).length === 0)).toHaveLength(34);
    expect(movies.ids.filter((itemId) => Number.isNaN(movies.year(itemId)))).toHaveLength(13);
    expect(movies.find("Star Wars (1977)")).toBe(260);
    expect(() => movies.find("War of the Worlds (2005)")).toThrow(
      "matches 2 movies; use the id of one: 34048",
    );
  });

  datasetTest("ml-100k", "reads ML-100K as it is, with its users", async () => {
    const { ratings, movies, users } = await loadDataset("ml-100k");
    expect([ratings.count, ratings.users.size, ratings.items.size, movies.count]).toEqual([
      100000, 943, 1682, 1682,
    ]);
    expect(ratings.scale).toEqual({ min: 1, max: 5 });
    expect(movies.title(50)).toBe("Star Wars (1977)");
    expect(movies.genres(1)).toEqual(["Animation", "Children's", "Comedy"]);
    expect(movies.ids.map((itemId) => movies.title(itemId))).toContain("Á köldum klaka (Cold Fever) (1994)");
    expect(new Set(movies.ids.map((itemId) => movies.title(itemId))).size).toBe(1664);
    expect(users?.[0]).toEqual({
      userId: 1,
      age: 24,
      gender: "M",
      occupation: "technician",
      zipCode: "85711",
    });
  });

  test("reads the layouts of ML-1M and ML-10M, each in its encoding and scale", async () => {
    const latin1 = Uint8Array.from("1::Misérables, Les (1995)::Drama|Musical\n", (letter) =>
      letter.charCodeAt(0),
    );
    const files = { "ratings.dat": "1::1::5::978300760\n", "movies.dat": latin1 };
    const million = await loadDataset(await folderWith({ ...files, "users.dat": "1::F::1::10::48067\n" }));
    expect(million.movies.title(1)).toBe("Misérables, Les (1995)");
    expect(million.ratings.scale).toEqual({ min: 1, max: 5 });
    expect(million.users).toEqual([{ userId: 1, age: 1, gender: "F", occupation: "10", zipCode: "48067" }]);

    const utf8 = "1::Misérables, Les (1995)::(no genres listed)\n";
    const ten = await loadDataset(await folderWith({ "ratings.dat": "1::1::0.5::1\n", "movies.dat": utf8 }));
    expect(ten.movies.title(1)).toBe("Misérables, Les (1995)");
    expect(ten.movies.genres(1)).toEqual([]);
    expect(ten.ratings.get(1, 1)).toBe(0.5);
  });

  test("reads tags when asked to, none where there are none", async () => {
    const { tags, movies } = await loadDataset("ml-latest-small");
    const all = await tags();
    expect(all).toHaveLength(3683);
    expect(all[1]).toEqual({ userId: 2, itemId: 60756, tag: "highly quotable", timestamp: 1445714996 });
    expect(all.every(({ itemId, tag }) => movies.has(itemId) && tag === tag.trim().toLowerCase())).toBe(true);

    expect(await (await loadDataset(await folderWith(csvFiles))).tags()).toEqual([]);
    const files = { "ratings.dat": "1::1::5::1\n", "movies.dat": "1::Heat (1995)::Crime\n" };
    const ten = await loadDataset(await folderWith({ ...files, "tags.dat": "7::1::De Niro::9\n" }));
    expect(await ten.tags()).toEqual([{ userId: 7, itemId: 1, tag: "de niro", timestamp: 9 }]);
  });

  test("reads CRLF, quoted titles and blanks at their end", async () => {
    const { movies, ratings } = await loadDataset(await folderWith(csvFiles));
    expect(movies.title(1)).toBe("Toy, The (1995)");
    expect(movies.genres(1)).toEqual(["Comedy", "Drama"]);
    expect(movies.genres(2)).toEqual([]);
    expect(ratings.get(1, 1)).toBe(4);
  });

  test("looks in data/ upwards first, then in the folders of REELBOOK_DATA", async () => {
    const [first, second] = [await folderWith({}), await folderWith({})];
    await folderWith(csvFiles, join(second, "mine"));
    vi.stubEnv("REELBOOK_DATA", [first, second].join(delimiter));
    expect((await loadDataset("mine")).ratings.count).toBe(1);
    await expect(loadDataset("ml-99k")).rejects.toThrow(
      /^ml-99k: no data set has this name in .*data.*ml-99k/,
    );
  });

  test("says how to get a data set that is not there", async () => {
    vi.stubEnv("REELBOOK_DATA", "");
    vi.spyOn(process, "cwd").mockReturnValue(await folderWith({}));
    await expect(loadDataset("ml-1m")).rejects.toThrow(
      "ml-1m: neither this folder nor its parents have a folder data; npm run data -- ml-1m downloads it in the " +
        "course, or unpack it as data/ml-1m, or name the folder that holds it in REELBOOK_DATA",
    );
    await expect(loadDataset("mine")).rejects.toThrow(
      "a folder data; unpack it as data/mine, or name the folder",
    );
  });

  datasetTest("ml-100k", "auto is ML-100K where it is at hand", async () => {
    expect((await loadDataset("auto")).name).toBe("ml-100k");
  });

  test("auto is ml-latest-small where ML-100K is not at hand", async () => {
    vi.stubEnv("REELBOOK_DATA", "");
    if (!existsSync("data/ml-100k")) expect((await loadDataset("auto")).name).toBe("ml-latest-small");
  });

  test("names a folder that is not there, holds something else, or is a file", async () => {
    await expect(loadDataset("./no/such")).rejects.toThrow(
      "./no/such: there is no such folder; check the path",
    );
    const folder = await folderWith({ "notes.txt": "" });
    await expect(loadDataset(folder)).rejects.toThrow(
      "not a data set of MovieLens: it has notes.txt; expected ratings.csv",
    );
    await expect(loadDataset(join(folder, "notes.txt"))).rejects.toThrow("there is no such folder");
  });

  test("names the bad row of movies", async () => {
    const movies = `${csvFiles["movies.csv"]}2,Again,Drama\r\n`;
    const twice = await folderWith({ ...csvFiles, "movies.csv": movies });
    await expect(loadDataset(twice)).rejects.toThrow(
      'movies.csv line 4, column "movieId": "2" is the id of another movie; it is on line 3',
    );
    const short = await folderWith({ ...csvFiles, "movies.csv": "movieId,title,genres\n1,A\n" });
    await expect(loadDataset(short)).rejects.toThrow('movies.csv line 2: "1,A" has 2 fields instead of 3');
  });

  test("refuses a rating of a movie that there is not, or leaves it out and says so", async () => {
    const warnings = vi.spyOn(process, "emitWarning").mockReturnValue();
    const files = {
      ...csvFiles,
      "ratings.csv": `${csvFiles["ratings.csv"]}1,3,4,1\r\n2,3,4,1\r\n2,2,5,1\r\n`,
    };
    const folder = await folderWith(files);
    await expect(loadDataset(folder)).rejects.toThrow(
      'ratings.csv line 3, column "movieId": "3" is not the id of a movie in movies.csv; add the movie there, or pass onBadRow: "skip"',
    );
    const { ratings } = await loadDataset(folder, { onBadRow: "skip" });
    expect(ratings.items.ids).toEqual([1, 2]);
    expect(ratings.skipped?.reasons.map(({ count }) => count)).toEqual([2]);
    expect(warnings.mock.calls[0]?.[0]).toMatch(
      /^ratings.csv: 2 rows were left out and 2 kept: 2 × is not the id/,
    );
  });

  test("one odd row of the tags changes no id of the others, and is refused or left out aloud", async () => {
    const warnings = vi.spyOn(process, "emitWarning").mockReturnValue();
    const tags = "userId,movieId,tag,timestamp\n1,1,fun,1\n1,0002,fun,1\n1,3,ghost,1\n5,2,fun,1\n";
    const folder = await folderWith({ ...csvFiles, "tags.csv": tags });
    await expect((await loadDataset(folder)).tags()).rejects.toThrow(
      'tags.csv line 3, column "movieId": "0002" is not a whole number like the ids in movies.csv',
    );
    const kept = await (await loadDataset(folder, { onBadRow: "skip" })).tags();
    expect(kept.map(({ userId, itemId }) => [userId, itemId])).toEqual([
      [1, 1],
      [5, 2],
    ]);
    expect(warnings.mock.calls[0]?.[0]).toMatch(
      /^tags\.csv: 2 rows were left out and 2 kept: 1 × is not a whole/,
    );
  });

  test("has one kind of id for ratings and movies", async () => {
    const movies = "movieId,title,genres\n1,One,Drama\ntt2,Two,Drama\n";
    const ratings = "userId,movieId,rating,timestamp\n1,1,4,1\n";
    const loaded = await loadDataset(await folderWith({ "movies.csv": movies, "ratings.csv": ratings }));
    expect(loaded.movies.ids).toEqual(["1", "tt2"]);
    expect(loaded.ratings.items.ids).toEqual(["1"]);
  });

  test("reads ML-100K without its users", async () => {
    const flags = Array.from({ length: 19 }, (_, flag) => (flag === 8 ? 1 : 0)).join("|");
    const files = { "u.data": "1\t2\t3\t4\n", "u.item": `2|Two (1995)|01-Jan-1995|||${flags}\n` };
    const { ratings, movies, users } = await loadDataset(await folderWith(files));
    expect([...ratings]).toEqual([{ userId: 1, itemId: 2, rating: 3, timestamp: 4 }]);
    expect(movies.genres(2)).toEqual(["Drama"]);
    expect(users).toBeUndefined();
  });

  test("passes on what to do with bad rows, and another scale", async () => {
    const files = { ...csvFiles, "ratings.csv": `${csvFiles["ratings.csv"]}1,2,7,1\r\n` };
    const folder = await folderWith(files);
    await expect(loadDataset(folder)).rejects.toThrow(
      'ratings.csv line 3, column "rating": "7" is outside the scale 0.5 to 5',
    );
    vi.spyOn(process, "emitWarning").mockReturnValue();
    expect((await loadDataset(folder, { onBadRow: "skip" })).ratings.skipped?.count).toBe(1);
    expect((await loadDataset(folder, { scale: { min: 0, max: 10 } })).ratings.get(1, 2)).toBe(7);
  });
});
