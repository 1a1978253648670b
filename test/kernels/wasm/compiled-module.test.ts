import { expect, test } from "vitest";
import { canCompile, compiledModule } from "../../../src/kernels/wasm/compiled-module.js";

test("a module is compiled once for each build", () => {
  const build = { shared: false, relaxedSimd: false };
  expect(compiledModule(build)).toBe(compiledModule({ ...build }));
  expect(compiledModule(build)).not.toBe(compiledModule({ ...build, shared: true }));
});

test.each([true, false])("a build takes memory that is shared (%s), and no other", (shared) => {
  const module = compiledModule({ shared, relaxedSimd: false });
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: "env", name: "memory", kind: "memory" }]);
  const instance = (isShared: boolean) => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: isShared });
    return new WebAssembly.Instance(module, { env: { memory } });
  };
  expect(Object.keys(instance(shared).exports).length).toBeGreaterThan(0);
  expect(() => instance(!shared)).toThrow(WebAssembly.LinkError);
});

test("plain SIMD is everywhere that tests run; relaxed SIMD is validated without compiling", () => {
  expect(canCompile({ shared: false, relaxedSimd: false })).toBe(true);
  expect(canCompile({ shared: false, relaxedSimd: true })).toBeTypeOf("boolean");
});
