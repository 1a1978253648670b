import { afterEach, expect, test, vi } from "vitest";
import type { KeptText } from "../../../src/notebook/hosts/host.js";

afterEach(() => vi.resetModules());

/** The functions of a session, as if the kernel had just started. */
async function session(solved?: KeptText, recording = false) {
  vi.resetModules();
  const { useFakeHost } = await import("../hosts/fake-host.js");
  useFakeHost({ recording, ...(solved && { solved }) });
  return import("../../../src/notebook/exercises/solved.js");
}

/** Keeps a text as a file does. */
function memory(text?: string): KeptText & { text: string | undefined } {
  return {
    text,
    read() {
      return this.text;
    },
    write(next: string) {
      this.text = next;
    },
  };
}

test("what is solved is known in the next session", async () => {
  const kept = memory();
  const first = await session(kept);
  first.keepSolved("02.2");
  first.keepSolved("02.1");
  first.keepSolved("02.2");
  expect(kept.text).toBe('{"solved":["02.1","02.2"]}\n');
  const second = await session(kept);
  expect(second.solvedExercises()).toEqual({ ids: new Set(["02.1", "02.2"]) });
  second.keepSolved("03.1");
  expect(JSON.parse(kept.text ?? "")).toEqual({ solved: ["02.1", "02.2", "03.1"] });
});

test("where it cannot be written, it is known in this session, with the reason", async () => {
  const full: KeptText = {
    read: () => undefined,
    write: () => {
      throw new Error("no space left");
    },
  };
  const { keepSolved, solvedExercises } = await session(full);
  keepSolved("02.1");
  expect(solvedExercises()).toEqual({ ids: new Set(["02.1"]), notKept: "no space left" });
});

test("a host that keeps nothing knows this session", async () => {
  const { keepSolved, solvedExercises } = await session();
  keepSolved("02.1");
  expect(solvedExercises()).toEqual({ ids: new Set(["02.1"]) });
});

test.each(["{", "5", "null", '{"solved":5}', '{"solved":[5,"02.1"]}'])(
  "a damaged text %s breaks nothing",
  async (text) => {
    const kept = memory(text);
    const { keepSolved, solvedExercises } = await session(kept);
    expect(solvedExercises().ids.has("02.9")).toBe(false);
    keepSolved("02.1");
    expect([...solvedExercises().ids]).toEqual(["02.1"]);
  },
);

test("while records are collected, nothing is read or kept", async () => {
  const kept = memory('{"solved":["02.1"]}');
  const { keepSolved, solvedExercises } = await session(kept, true);
  keepSolved("02.2");
  expect(solvedExercises()).toEqual({ ids: new Set() });
  expect(kept.text).toBe('{"solved":["02.1"]}');
});
