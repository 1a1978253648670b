// The exports of the module with relaxed SIMD: kernels that it makes faster, and those that share a
// job's memory with them.
export { funkSvdUsers } from "./funk-svd";
export { finishInverse, prepareBlock, solvePanel, updateInverse } from "./invert-positive-definite";
