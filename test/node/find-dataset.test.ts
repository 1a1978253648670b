import { mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DataError } from "../../src/datasets/records/data-error.js";
import { findDataset } from "../../src/node/find-dataset.js";

let root: string;
/** Makes a folder below the test's own and gives its path. */
async function folder(...names: string[]): Promise<string> {
  const path = join(root, ...names);
  await mkdir(path, { recursive: true });
  return path;
}
const workIn = (path: string) => vi.spyOn(process, "cwd").mockReturnValue(path);

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "reelbook-")));
  vi.stubEnv("REELBOOK_DATA", "");
  workIn(root);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("findDataset by a name", () => {
  test("takes data/name of the nearest folder upwards that has it", async () => {
    const far = await folder("data", "mine");
    const near = await folder("course", "data", "mine");
    workIn(await folder("course", "notebooks"));
    expect(findDataset("mine")).toBe(near);
    workIn(await folder("elsewhere"));
    expect(findDataset("mine")).toBe(far);
  });

  test("goes on upwards where the nearest folder data has no such set", async () => {
    const far = await folder("data", "mine");
    workIn(await folder("course"));
    await folder("course", "data", "other");
    expect(findDataset("mine")).toBe(far);
  });

  test("looks in the folders of REELBOOK_DATA afterwards, in their order", async () => {
    const [first, second] = [await folder("one", "mine"), await folder("two", "mine")];
    await folder("mine");
    vi.stubEnv(
      "REELBOOK_DATA",
      ["", join(root, "none"), join(root, "one"), join(root, "two")].join(delimiter),
    );
    expect(findDataset("mine")).toBe(first);
    vi.stubEnv("REELBOOK_DATA", join(root, "two"));
    expect(findDataset("mine")).toBe(second);
    const upwards = await folder("data", "mine");
    expect(findDataset("mine")).toBe(upwards);
  });

  test("passes over a file of that name", async () => {
    await folder("data");
    await writeFile(join(root, "data", "mine"), "");
    const named = await folder("sets", "mine");
    vi.stubEnv("REELBOOK_DATA", join(root, "sets"));
    expect(findDataset("mine")).toBe(named);
  });

  test("says where it looked, and how to get what can be downloaded", async () => {
    await folder("data");
    vi.stubEnv("REELBOOK_DATA", join(root, "sets"));
    expect(() => findDataset("ml-1m")).toThrow(DataError);
    expect(() => findDataset("ml-1m")).toThrow(join(root, "data", "ml-1m"));
    expect(() => findDataset("ml-1m")).toThrow(join(root, "sets", "ml-1m"));
    expect(() => findDataset("ml-1m")).toThrow("npm run data -- ml-1m");
    expect(() => findDataset("mine")).toThrow(/^mine: (?!.*npm run).*REELBOOK_DATA/);
  });
});

describe("findDataset of auto", () => {
  test("is ML-100K wherever it is, else ml-latest-small", async () => {
    const small = await folder("data", "ml-latest-small");
    expect(findDataset("auto")).toBe(small);
    const large = await folder("sets", "ml-100k");
    vi.stubEnv("REELBOOK_DATA", join(root, "sets"));
    expect(findDataset("auto")).toBe(large);
  });

  test("is an error where neither is there", () => {
    expect(() => findDataset("auto")).toThrow(/^auto: /);
  });
});

describe("findDataset by a path", () => {
  test("takes the folder itself, and looks nowhere else", async () => {
    const mine = await folder("sets", "mine");
    await folder("data", "sets", "mine");
    expect(findDataset(mine)).toBe(mine);
    expect(() => findDataset(join(root, "mine"))).toThrow(`${join(root, "mine")}: there is no such folder`);
    expect(findDataset(".")).toBe(root);
    expect(findDataset("./sets/mine")).toBe(mine);
    await folder("data", "a", "b");
    expect(() => findDataset("a/b")).toThrow("a/b: there is no such folder");
  });

  test("refuses a file", async () => {
    await writeFile(join(root, "ratings.csv"), "");
    expect(() => findDataset("./ratings.csv")).toThrow(DataError);
  });
});
