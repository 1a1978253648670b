import { afterEach, describe, expect, test, vi } from "vitest";
import { startWasmOn } from "../../../src/kernels/wasm/wasm-backend.js";
import { startHelper } from "../../../src/node/start-wasm.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("startWasmOn", () => {
  test("takes the threads of the host, or as many as are asked for, and starts none", () => {
    let started = 0;
    const host = {
      threads: 2,
      startHelper: () => {
        started++;
        return startHelper();
      },
    };
    const report = { kind: "wasm", threads: 2, shared: true, relaxedSimd: false };
    expect(startWasmOn(host, {}).report()).toEqual(report);
    expect(startWasmOn(host, { threads: 3 }).report()).toEqual({ ...report, threads: 3 });
    expect(startWasmOn(host, { threads: 1 }).report()).toEqual({ ...report, threads: 1, shared: false });
    expect(started).toBe(0);
  });

  test("runs on one thread without helpers, and says so where more are asked for", () => {
    const report = { kind: "wasm", threads: 1, shared: false, relaxedSimd: false };
    expect(startWasmOn({ threads: 1 }, {}).report()).toEqual(report);
    expect(() => startWasmOn({ threads: 1 }, { threads: 2 })).toThrow(
      "threads: 2 need threads with shared memory, which are not here; take 1",
    );
  });

  test("reports one thread without shared memory", () => {
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(startWasmOn({ threads: 2, startHelper }, {}).report()).toMatchObject({
      threads: 1,
      shared: false,
    });
  });

  test("refuses machines without SIMD, and relaxed SIMD where it is missing", () => {
    vi.stubGlobal("WebAssembly", { ...WebAssembly, validate: () => false });
    expect(() => startWasmOn({ threads: 1 }, {})).toThrow("this machine has no WebAssembly with SIMD");
    let calls = 0;
    vi.stubGlobal("WebAssembly", { ...WebAssembly, validate: () => calls++ === 0 });
    expect(() => startWasmOn({ threads: 1 }, { relaxedSimd: true })).toThrow("relaxedSimd: this machine");
    vi.stubGlobal("WebAssembly", undefined);
    expect(() => startWasmOn({ threads: 1 }, {})).toThrow("this machine has no WebAssembly with SIMD");
  });
});
