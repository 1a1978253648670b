import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { accelerated, type Backend, backend, offerWasm, setBackend } from "../../src/kernels/backend.js";
import { startWasm } from "../../src/node/start-wasm.js";

const PLAIN = { kind: "plain", threads: 1, shared: false, relaxedSimd: false };

let stopped = 0;

function fakeBackend({ threads = 2, relaxedSimd = false }): Backend {
  return {
    kernels: { invertPositiveDefinite: () => true },
    report: () => ({ kind: "wasm", threads, shared: threads > 1, relaxedSimd }),
    stop: () => {
      stopped++;
    },
  };
}

const refuse = (): Backend => {
  throw new RangeError("no SIMD here");
};

// Other files share this process and its backend.
beforeEach(() => {
  setBackend("plain");
});
afterAll(() => {
  offerWasm(startWasm, process.env.REELBOOK_BACKEND);
});

describe("setBackend", () => {
  test("switches between plain and wasm, and reports what runs", () => {
    offerWasm(fakeBackend, "plain");
    expect(backend()).toEqual(PLAIN);
    expect(accelerated("invertPositiveDefinite")).toBeUndefined();
    expect(setBackend("wasm", { threads: 3, relaxedSimd: true })).toEqual({
      kind: "wasm",
      threads: 3,
      shared: true,
      relaxedSimd: true,
    });
    expect(accelerated("invertPositiveDefinite")).toBeTypeOf("function");
    const before = stopped;
    expect(setBackend("plain")).toEqual(PLAIN);
    expect(stopped).toBe(before + 1);
  });

  test("says what is wrong with a name, a number of threads and options that nobody reads", () => {
    offerWasm(fakeBackend, "plain");
    expect(() => setBackend("fast" as "wasm")).toThrow('"fast" is no backend; take "plain" or "wasm"');
    for (const threads of [0, 1.5, Number.NaN, 65]) {
      expect(() => setBackend("wasm", { threads })).toThrow(
        `threads: ${threads} is not a whole number from 1`,
      );
    }
    expect(() => setBackend("plain", { threads: 2 })).toThrow("takes no options, but was given threads");
    expect(backend()).toEqual(PLAIN);
  });

  test("leaves the backend as it was where the new one cannot run", () => {
    offerWasm(refuse, "plain");
    expect(() => setBackend("wasm")).toThrow("no SIMD here");
    expect(backend()).toEqual(PLAIN);
  });
});

describe("offerWasm", () => {
  test("starts wasm where it can run", () => {
    offerWasm(fakeBackend);
    expect(backend().kind).toBe("wasm");
    offerWasm(fakeBackend, "");
    expect(backend().kind).toBe("wasm");
  });

  test("leaves plain where wasm cannot run, and fails where it was asked for", () => {
    offerWasm(refuse);
    expect(backend()).toEqual(PLAIN);
    expect(() => offerWasm(refuse, "wasm")).toThrow("no SIMD here");
  });

  test("refuses other values of REELBOOK_BACKEND", () => {
    expect(() => offerWasm(fakeBackend, "fast")).toThrow(
      'REELBOOK_BACKEND is "fast", which is no backend; set it to plain or wasm',
    );
  });
});
