import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import { run } from "./lib/run.mjs";
import { readIfThere } from "./lib/stamp.mjs";
import { setUpPackages } from "./set-up.mjs";

const USAGE = `Compiles the kernels in src/kernels/wasm/assembly with AssemblyScript and writes them, as
text, into src/kernels/wasm/module-bytes.ts. The first time, it installs the compiler (100 MB) of scripts/kernels.

  npm run kernels [-- options]

  --check   change nothing; fail where the file is not what the compiler gives
  --help    this text`;

const assembly = join(root, "src", "kernels", "wasm", "assembly");
const generated = join(root, "src", "kernels", "wasm", "module-bytes.ts");

/** The most bytes of all builds together. */
export const MOST_BYTES = 30 * 1024;

/** 4 GiB in pages of 64 KiB: the most that a module of 32 bits can address. */
const MOST_PAGES = 65_536;

const FLAGS = [
  ...["-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--sharedMemory"],
  ...["--initialMemory", "1", "--maximumMemory", String(MOST_PAGES)],
  ...["--enable", "simd", "--enable", "threads"],
];

/**
 * Compiles both builds: all kernels, and with relaxed SIMD those that it makes faster.
 *
 * @returns {Promise<{ plain: Buffer, relaxed: Buffer }>} the bytes of their modules
 */
export async function compileKernels() {
  const packages = await setUpPackages("kernels");
  const compiler = join(packages, "node_modules", "assemblyscript", "bin", "asc.js");
  const folder = mkdtempSync(join(tmpdir(), "reelbook-kernels-"));
  try {
    const output = join(folder, "kernels.wasm");
    const plain = await compile(compiler, ["index.ts", "-o", output]);
    const relaxed = await compile(compiler, ["relaxed.ts", "-o", output, "--enable", "relaxed-simd"]);
    return { plain, relaxed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The file that holds the modules.
 *
 * @param {{ plain: Uint8Array, relaxed: Uint8Array }} modules
 */
export function moduleFile({ plain, relaxed }) {
  const text = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString("base64");
  return `// Made by npm run kernels from src/kernels/wasm/assembly; do not edit.

/** The WebAssembly module of the kernels, for shared memory, in base64. */
export const MODULE =
  "${text(plain)}";

/** Those that relaxed SIMD makes faster, with it. */
export const RELAXED_MODULE =
  "${text(relaxed)}";
`;
}

/**
 * @param {string} compiler @param {[entry: string, "-o", output: string, ...flags: string[]]} args
 */
async function compile(compiler, [entry, ...args]) {
  const command = [compiler, join(assembly, entry), ...FLAGS, ...args];
  const { code, stdout, stderr } = await run(process.execPath, command);
  if (code !== 0 || stderr.includes("WARNING")) {
    throw new Stop(`${stdout}${stderr}\nThe kernels could not be compiled; correct the errors above.`);
  }
  return readFileSync(args[1]);
}

await program(import.meta.url, {
  usage: USAGE,
  options: { check: { type: "boolean" } },
  async main({ check }) {
    const modules = await compileKernels();
    const bytes = modules.plain.length + modules.relaxed.length;
    if (bytes > MOST_BYTES) throw new Stop(`The kernels take ${bytes} bytes; ${MOST_BYTES} are the most.`);
    const text = moduleFile(modules);
    if (readIfThere(generated) === text) return console.log(`The kernels are up to date: ${bytes} bytes.`);
    if (check) throw new Stop("src/kernels/wasm/module-bytes.ts is not up to date; run npm run kernels.");
    writeFileSync(generated, text);
    console.log(`Wrote the kernels: ${bytes} bytes.`);
  },
});
