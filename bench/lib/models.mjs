import {
  Baseline,
  BatchFactorization,
  Bpr,
  CoClustering,
  ExplicitAls,
  FunkSvd,
  ImplicitAls,
  ItemKnn,
  Nmf,
  NormalRandom,
  PureSvd,
  SlopeOne,
  SvdPlusPlus,
  UserKnn,
} from "reelbook";

const MODELS = {
  Baseline,
  BatchFactorization,
  Bpr,
  CoClustering,
  ExplicitAls,
  FunkSvd,
  ImplicitAls,
  ItemKnn,
  Nmf,
  NormalRandom,
  PureSvd,
  SlopeOne,
  SvdPlusPlus,
  UserKnn,
};

/**
 * A model by the name of its class.
 *
 * @param {string} name
 * @param {object} settings
 * @returns {import("reelbook").Model}
 */
export function modelOf(name, settings) {
  return new MODELS[/** @type {keyof typeof MODELS} */ (name)](settings);
}
