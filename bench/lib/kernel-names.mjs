import { importSource } from "../../scripts/lib/import-source.mjs";

/** The most pages of the kernels' memory, as scripts/kernels.mjs has it. */
const MOST_PAGES = 65_536;

/**
 * The kernels' names by their numbers in the WebAssembly module: profiles have only those.
 *
 * @returns {Promise<Map<string, string>>} from "wasm-function[7]"
 */
export async function kernelNames() {
  /** @type {typeof import("../../src/kernels/wasm/module-bytes.js")} */
  const { MODULE } = await importSource("src/kernels/wasm/module-bytes.ts");
  const module = new WebAssembly.Module(Buffer.from(MODULE, "base64"));
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = Object.entries(exports).filter(([, each]) => typeof each === "function");
  return new Map(kernels.map(([name, kernel]) => [`wasm-function[${Object(kernel).name}]`, name]));
}
