import { afterEach, expect, test, vi } from "vitest";
import { fetchedFiles } from "../../src/web/fetched-files.js";

afterEach(() => vi.unstubAllGlobals());

const paths = ["data/tiny/ratings.csv", "data/tiny/a b.csv", "top.csv"];

test("files are fetched below the address, with or without its slash", async () => {
  const fetched = vi.fn(async (_url: string) => new Response("a,b"));
  vi.stubGlobal("fetch", fetched);
  for (const address of ["https://example.org/course", "https://example.org/course/"]) {
    const bytes = await fetchedFiles(address, paths).read("data/tiny/a b.csv");
    expect(new TextDecoder().decode(bytes)).toBe("a,b");
    expect(fetched).toHaveBeenLastCalledWith("https://example.org/course/data/tiny/a%20b.csv");
  }
});

test("a folder has the names that the paths have in it", async () => {
  const files = fetchedFiles("https://example.org", paths);
  expect(await files.list("")).toEqual(["data", "top.csv"]);
  expect(await files.list("data/tiny")).toEqual(["ratings.csv", "a b.csv"]);
  expect(await files.list("data/other")).toBeUndefined();
});

test("a file that is not named is not fetched", async () => {
  const fetched = vi.fn();
  vi.stubGlobal("fetch", fetched);
  expect(await fetchedFiles("https://example.org", paths).read("data/other.csv")).toBeUndefined();
  expect(fetched).not.toHaveBeenCalled();
});

test("an answer of the server that is no file, and writing, are errors that say so", async () => {
  vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
  const files = fetchedFiles("https://example.org", paths);
  await expect(files.read("top.csv")).rejects.toThrow("https://example.org/top.csv cannot be fetched (404)");
  await expect(files.write("a.model", new Uint8Array())).rejects.toThrow("come from a web server");
});
