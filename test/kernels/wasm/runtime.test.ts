import { afterEach, describe, expect, test, vi } from "vitest";
import { MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";
import { Runtime } from "../../../src/kernels/wasm/runtime.js";
import { LostHelper } from "../../../src/kernels/wasm/session.js";
import { startHelper } from "../../../src/node/start-wasm.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

const options = { threads: 2, relaxedSimd: false, startHelper };

function planOf(bytes: number): MemoryPlan {
  const plan = new MemoryPlan();
  plan.reserve(bytes);
  return plan;
}

describe("a runtime", () => {
  test("gives the helpers to one session at a time, and others a thread and memory of their own", () => {
    const runtime = new Runtime(options);
    const outer = runtime.open(planOf(100))!;
    const inner = runtime.open(planOf(100))!;
    expect([runtime.threads, outer.threads, inner.threads]).toEqual([2, 2, 1]);
    expect(inner.memory.buffer).toBeInstanceOf(ArrayBuffer);
    runtime.close(inner);
    runtime.close(outer);
    expect(runtime.open(planOf(100), { threads: 1 })!.memory.buffer).toBeInstanceOf(ArrayBuffer);
    expect(runtime.open(planOf(100))!.memory).toBe(outer.memory);
    runtime.stop();
  });

  test("ends its threads after the open session", () => {
    let ended = 0;
    const runtime = new Runtime({
      ...options,
      startHelper: () => ({ send: () => {}, hasEnded: () => false, end: () => void ended++ }),
    });
    const session = runtime.open(planOf(100))!;
    runtime.stop();
    expect(ended).toBe(0);
    runtime.close(session);
    expect(ended).toBe(1);
  });

  test("has one thread with one core, without shared memory, and where no thread is allowed", () => {
    expect(new Runtime({ ...options, threads: 1 }).threads).toBe(1);
    expect(new Runtime({ ...options, startHelper: undefined }).threads).toBe(1);
    const refused = new Runtime({
      ...options,
      startHelper: () => {
        throw new Error("ERR_ACCESS_DENIED");
      },
    });
    const session = refused.open(planOf(100))!;
    expect([session.threads, refused.threads]).toEqual([1, 1]);
    expect(session.memory.buffer).toBeInstanceOf(ArrayBuffer);
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(new Runtime(options).threads).toBe(1);
  });

  test("runs a job in plain TypeScript where there is no memory for it", () => {
    const runtime = new Runtime({ ...options, threads: 1 });
    const run = (plan: MemoryPlan) =>
      runtime.job(
        plan,
        () => "wasm",
        () => "plain",
      );
    expect(run(planOf(100))).toBe("wasm");
    expect(run(planOf(2 ** 32))).toBe("plain");
    vi.stubGlobal("WebAssembly", {
      ...WebAssembly,
      Memory: class {
        constructor() {
          throw new RangeError("could not allocate memory");
        }
      },
    });
    expect(run(planOf(100))).toBe("plain");
  });

  test("runs a job again in plain TypeScript when a helper is lost, and passes on other errors", () => {
    const runtime = new Runtime({ ...options, threads: 1 });
    const failing = (error: Error) => () =>
      runtime.job(
        planOf(100),
        () => {
          throw error;
        },
        () => "plain",
      );
    expect(failing(new LostHelper("gone"))()).toBe("plain");
    expect(failing(new Error("aborted"))).toThrow("aborted");
  });

  test("leaves small jobs to the plain kernels", () => {
    expect(new Runtime(options).isWorth(9, 10)).toBe(false);
    expect(new Runtime(options).isWorth(10, 10)).toBe(true);
    expect(new Runtime({ ...options, takesSmallJobs: true }).isWorth(0, 10)).toBe(true);
  });
});
