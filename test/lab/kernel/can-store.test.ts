import { afterEach, expect, test, vi } from "vitest";
import { canStore } from "../../../lab/kernel/can-store.js";

afterEach(() => vi.unstubAllGlobals());

/** A database of the browser that answers as told. */
function stubDatabase(answer: "onsuccess" | "onerror") {
  const close = vi.fn();
  const deleteDatabase = vi.fn();
  const open = () => {
    const request = { result: { close }, error: new Error("no") } as unknown as Record<string, () => void>;
    queueMicrotask(() => request[answer]?.());
    return request;
  };
  vi.stubGlobal("indexedDB", { open, deleteDatabase });
  return { close, deleteDatabase };
}

test("the browser stores, and the probe leaves nothing behind", async () => {
  const { close, deleteDatabase } = stubDatabase("onsuccess");
  expect(await canStore()).toBe(true);
  expect(close).toHaveBeenCalled();
  expect(deleteDatabase).toHaveBeenCalled();
});

test("the browser refuses, or has no database at all", async () => {
  stubDatabase("onerror");
  expect(await canStore()).toBe(false);
  vi.stubGlobal("indexedDB", undefined);
  expect(await canStore()).toBe(false);
});
