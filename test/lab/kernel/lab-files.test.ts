import { expect, test, vi } from "vitest";
import type { ContentsManager, ContentsModel } from "../../../lab/kernel/lab-contents.js";
import { LabFiles, storageTrouble } from "../../../lab/kernel/lab-files.js";

const files: Record<string, Partial<ContentsModel>> = {
  "data/movies.csv": { type: "file", format: "text", content: "é,1\n" },
  "data/mine.dat": { type: "file", format: "base64", content: btoa("\u00e9\u0000") },
  "notebooks/02.ipynb": { type: "notebook", format: "json", content: { cells: [] } },
};

function contents() {
  const get = vi.fn(async (path: string): Promise<ContentsModel> => {
    const file = files[path];
    const name = path.split("/").at(-1)!;
    if (file) return { name, path, ...file } as ContentsModel;
    const start = path === "" ? "" : `${path}/`;
    const names = new Set(
      Object.keys(files)
        .filter((each) => each.startsWith(start))
        .map((each) => each.slice(start.length).split("/")[0]!),
    );
    if (names.size === 0) throw new Error(`404 ${path}`);
    return {
      name,
      path,
      type: "directory",
      format: "json",
      content: [...names].map((each) => ({ name: each })),
    };
  });
  const save = vi.fn(async (_path: string, model: Partial<ContentsModel>) => model as ContentsModel);
  return { get, save } satisfies ContentsManager;
}

test("reads the bytes of a file, whatever the form in which Lab has it", async () => {
  const lab = new LabFiles(contents());
  expect(await lab.read("data/movies.csv")).toEqual(new TextEncoder().encode("é,1\n"));
  expect(await lab.read("data/mine.dat")).toEqual(Uint8Array.of(0xe9, 0));
  expect(new TextDecoder().decode(await lab.read("notebooks/02.ipynb"))).toBe('{"cells":[]}');
});

test("lists a folder, and asks for nothing that is not listed", async () => {
  const manager = contents();
  const lab = new LabFiles(manager);
  expect(await lab.list("data")).toEqual(["movies.csv", "mine.dat"]);
  expect(await lab.list("notebooks/data/ml-100k")).toBeUndefined();
  expect(await lab.read("data/other.csv")).toBeUndefined();
  expect(await lab.read("data")).toBeUndefined();
  expect(manager.get.mock.calls.map(([path]) => path)).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/^(notebooks\/data|data\/other)/)]),
  );
});

test("says why nothing was stored, and what to do", () => {
  expect(storageTrouble(new DOMException("full", "QuotaExceededError"))).toContain("is full; delete files");
  expect(storageTrouble(new DOMException("denied", "SecurityError"))).toContain(
    "stores nothing for this page (SecurityError)",
  );
});
