// Loaded into the kernel before tslab, whose converter then gives the same results sooner. Loaded
// after the converter, which copies TypeScript's exports, it changes nothing.
import { createRequire } from "node:module";

/** @typedef {any} Source of TypeScript 5.0, whose types this repository does not have */

const tslab = createRequire(createRequire(import.meta.url).resolve("tslab/dist/converter.js"));
const typescript = tslab("@tslab/typescript-for-tslab");
const { createWatchCompilerHost } = typescript;

// Its members cannot be replaced, but what the module exports can.
const loaded = /** @type {NodeModule} */ (tslab.cache[tslab.resolve("@tslab/typescript-for-tslab")]);
loaded.exports = {
  ...typescript,
  /** @param {unknown[]} args */
  createWatchCompilerHost(...args) {
    const [files, options, system, createProgram, ...reporters] = args;
    return createWatchCompilerHost(files, options, system, createProgram ?? lightProgram, ...reporters);
  },
};

/**
 * The program of a cell. TypeScript's usual one also finds out how all declaration files depend on
 * each other, to know what to emit again. The converter makes two programs for each cell, and emits
 * only the cell and the source files that it imports.
 *
 * @param {readonly string[]} files
 * @param {unknown[]} others options, host, the program before, …
 */
function lightProgram(files, ...others) {
  const builder = typescript.createAbstractBuilder(files, ...others);
  const program = builder.getProgram();
  // The converter reads which names a cell declares before anything has asked for its types.
  for (const file of files) {
    typescript.bindSourceFile(program.getSourceFile(file), program.getCompilerOptions());
  }
  return Object.assign(builder, {
    /** Without declaration files, which the converter leaves out. @param {Source} source */
    getAllDependencies(source) {
      const isNoOther = (/** @type {Source} */ file) => file === source || file.isDeclarationFile;
      if (program.getSourceFiles().every(isNoOther)) return [source.fileName];
      const usual = typescript.createEmitAndSemanticDiagnosticsBuilderProgram(program, others[1]);
      return usual.getAllDependencies(source);
    },
  });
}
