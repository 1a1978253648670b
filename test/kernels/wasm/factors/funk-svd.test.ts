// @module-tag slow
import fc from "fast-check";
import { type FunkSvdRates, funkSvdPass } from "../../../../src/kernels/factors/funk-svd.js";
import { funkSvdPassOn } from "../../../../src/kernels/wasm/factors/funk-svd.js";
import { testPass } from "./passes.js";

const usual: FunkSvdRates = { learningRate: 0.005, regularization: 0.02, biased: 1 };
const rates: fc.Arbitrary<FunkSvdRates> = fc.record({
  learningRate: fc.constantFrom(0, 0.01, 0.1),
  regularization: fc.constantFrom(0, 0.02, 0.5),
  biased: fc.constantFrom(0, 1),
});

testPass("funkSvdPass", { plain: funkSvdPass, on: funkSvdPassOn, usual, rates });
