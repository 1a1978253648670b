import { afterAll, describe, expect, test } from "vitest";
import { compiledModule } from "../../../src/kernels/wasm/compiled-module.js";
import type { Helper } from "../../../src/kernels/wasm/helpers.js";
import { LostHelper, Session } from "../../../src/kernels/wasm/session.js";
import { startHelper } from "../../../src/node/start-wasm.js";
import { strayHelper } from "./on-threads.js";

const started: Helper[] = [];
afterAll(() => {
  for (const helper of started) helper.end();
});

function session(helpers: readonly Helper[], patience = 10_000): Session {
  started.push(...helpers);
  const shared = helpers.length > 0;
  const module = compiledModule({ shared, relaxedSimd: false });
  const memory = new WebAssembly.Memory({ initial: 4, maximum: 4, shared });
  return new Session({ module, memory, helpers, patience });
}

/** Mirrors a matrix of 100 × 100 by parts of 4 rows, many times. */
function mirror(on: Session): Float64Array {
  const size = 100;
  const matrix = on.float64(1024, size * size);
  for (let round = 0; round < 50; round++) {
    for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) matrix[i * size + j] = -(i + j / 1000);
    on.runParts("finishInverse", { count: size, part: 4 }, 1024, size);
  }
  return matrix.slice();
}

/** Works until a helper has taken a part, at most 30 s. */
function mirrorForLong(on: Session): void {
  for (const end = Date.now() + 30_000; Date.now() < end; ) mirror(on);
}

describe("a session", () => {
  test.each([0, 1, 2, 3])("does each part of each phase once with %i helpers", (count) => {
    const on = session(Array.from({ length: count }, startHelper));
    expect(on.threads).toBe(count + 1);
    const matrix = mirror(on);
    expect(matrix[70 * 100 + 3]).toBe(70.003);
    expect(matrix).toEqual(mirror(session([])));
    on.close();
  });

  test("does not wait for a helper that never begins", () => {
    const idle: Helper = { send: () => {}, hasEnded: () => false, end: () => {} };
    const on = session([idle]);
    expect(mirror(on)[1]).toBe(1);
  });

  test.each([
    ["stays away", "Atomics.wait(control, 15, 0);"],
    ["is killed", "process.exit(1);"],
  ])("gives up on a helper that took a part and %s", (_, code) => {
    const on = session([strayHelper(code)], 300);
    expect(on.hasLostHelper).toBe(false);
    expect(() => mirrorForLong(on)).toThrow(LostHelper);
    expect(on.hasLostHelper).toBe(true);
  });

  test("says which kernel failed in a helper", () => {
    const failing = "Atomics.store(control, 9, 1); Atomics.sub(control, 1, 1); Atomics.notify(control, 1);";
    const on = session([strayHelper(failing)]);
    expect(() => mirrorForLong(on)).toThrow(
      'the kernel finishInverse failed in a helper thread; setBackend("plain") computes without threads',
    );
  });

  test("ends its phase where the kernel fails on this thread", () => {
    const on = session([startHelper()]);
    const beyond = 4 * 65_536;
    expect(() => on.runParts("finishInverse", { count: 1000, part: 4 }, beyond, 1000)).toThrow(
      WebAssembly.RuntimeError,
    );
  });

  test("names a kernel that the module does not have", () => {
    expect(() => session([]).run("invert")).toThrow('the WebAssembly module has no kernel "invert"');
  });
});
