// @module-tag slow
import fc from "fast-check";
import { type SvdPlusPlusRates, svdPlusPlusPass } from "../../../../src/kernels/factors/svd-plus-plus.js";
import { svdPlusPlusPassOn } from "../../../../src/kernels/wasm/factors/svd-plus-plus.js";
import { testPass } from "./passes.js";

const usual: SvdPlusPlusRates = {
  learningRate: 0.007,
  regularization: 0.02,
  biasRegularization: 0.01,
  implicitRegularization: 0.03,
  deferred: 0,
};
const rates: fc.Arbitrary<SvdPlusPlusRates> = fc.record({
  learningRate: fc.constantFrom(0, 0.01, 0.1),
  regularization: fc.constantFrom(0, 0.02, 0.5),
  biasRegularization: fc.constantFrom(0, 0.02),
  implicitRegularization: fc.constantFrom(0, 0.02, 0.5),
  deferred: fc.constantFrom(0, 1),
});

testPass("svdPlusPlusPass", { plain: svdPlusPlusPass, on: svdPlusPlusPassOn, usual, rates });
