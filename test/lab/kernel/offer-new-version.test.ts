import { afterEach, expect, test, vi } from "vitest";
import type { NotebookPanel } from "../../../lab/kernel/lab-application.js";
import { freeName, isOutdated, offerNewVersion } from "../../../lab/kernel/offer-new-version.js";

afterEach(() => vi.unstubAllGlobals());

const path = "notebooks/02-popularity.ipynb";
const opened = (metadata: unknown, at = path) =>
  ({
    context: { path: at },
    content: { model: { getMetadata: () => metadata } },
  }) as unknown as NotebookPanel;

test("a copy is outdated if it does not have the mark of the site's notebook", () => {
  const published = { [path]: "new" };
  expect(isOutdated(published, opened({ published: "new" }))).toBe(false);
  expect(isOutdated(published, opened({ published: "old" }))).toBe(true);
  expect(isOutdated(published, opened(undefined))).toBe(true);
  expect(isOutdated(published, opened({ published: "old" }, "notebooks/02-popularity new.ipynb"))).toBe(
    false,
  );
});

test("the new version gets a name that is free", () => {
  expect(freeName(path, [])).toBe("02-popularity new.ipynb");
  expect(freeName(path, ["02-popularity new.ipynb", "02-popularity new 2.ipynb"])).toBe(
    "02-popularity new 3.ipynb",
  );
});

test("the new version is opened beside the copy, which stays", async () => {
  const folders: Record<string, string[]> = { "": ["notebooks"], notebooks: ["02-popularity.ipynb"] };
  const get = async (folder: string) => ({
    type: "directory",
    content: folders[folder]!.map((name) => ({ name })),
  });
  const save = vi.fn(async () => ({}));
  const execute = vi.fn(async () => {});
  const info = vi.fn();
  const error = vi.fn();
  const fetched = vi.fn(async (_url: URL) => new Response('{"cells":[]}'));
  vi.stubGlobal("fetch", fetched);
  offerNewVersion(opened({ published: "old" }), {
    app: { serviceManager: { contents: { get, save } }, commands: { execute } } as never,
    notifications: { info, error } as never,
    site: new URL("https://example.org/course/"),
  });
  const [message, { actions }] = info.mock.calls[0]!;
  expect(message).toContain("your own copy of 02-popularity.ipynb");
  expect(save).not.toHaveBeenCalled();
  actions[0].callback();
  await vi.waitFor(() => expect(execute).toHaveBeenCalled());
  expect(String(fetched.mock.calls[0]![0])).toBe(
    "https://example.org/course/files/notebooks/02-popularity.ipynb",
  );
  const beside = "notebooks/02-popularity new.ipynb";
  expect(save).toHaveBeenCalledWith(beside, { type: "notebook", format: "json", content: { cells: [] } });
  expect(execute).toHaveBeenCalledWith("docmanager:open", { path: beside });

  save.mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
  actions[0].callback();
  await vi.waitFor(() => expect(error).toHaveBeenCalled());
  expect(error.mock.calls[0]![0]).toContain("was not saved: the browser's storage for this page is full");
});
