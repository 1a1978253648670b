import type { SimilarityKernel } from "../../kernels/similarity/similarity-of-sums.js";
import { boolean } from "../../settings/boolean.js";
import { choice } from "../../settings/choice.js";
import { integer, number, optionalInteger } from "../../settings/number.js";
import type { ValuesOf } from "../../settings/setting.js";
import { checkRelevance, RelevanceFields } from "../contract/relevance.js";
import { CENTERS } from "./centering.js";
import { WEIGHTINGS, type WeightingName } from "./row-weighting.js";

/** All similarities of ratings; see `kernels/similarity/similarity-of-sums.ts` for the formulas. */
export const SIMILARITIES = [
  "cosine",
  "cosine-common",
  "adjusted-cosine",
  "pearson",
  "spearman",
  "pearson-baseline",
  "msd",
  "euclidean",
  "rmsd",
  "jaccard",
  "conditional",
] as const;
export type SimilarityName = (typeof SIMILARITIES)[number];

/** Settings of neighbour models: rows are items for ItemKnn and users for UserKnn. */
export class KnnFields extends RelevanceFields {
  /**
   * How rows are compared. "adjusted-cosine" subtracts column means first, "pearson-baseline" the
   * baseline predictions; "spearman" ranks each pair's common ratings and is far slower.
   */
  readonly similarity = choice(SIMILARITIES, { default: "cosine" });
  /**
   * How values are weighted before they are compared, so that columns with few ratings count more.
   * For "cosine"; with "bm25", whose weights allow for the length of rows, the similarity is the
   * dot product. Ratings are at least 0.
   */
  readonly weighting = choice(WEIGHTINGS, { default: "none" });
  /** Most neighbours used in one prediction. */
  readonly neighbors = integer({ min: 1, orInfinity: true, default: 40 });
  /** Most neighbours stored per row; by default all up to 20,000 rows and 500 beyond. */
  readonly keep = optionalInteger({ min: 1, orInfinity: true });
  /** Fewest neighbours for a prediction. */
  readonly minNeighbors = integer({ min: 1, default: 1 });
  /** Fewest common ratings for a similarity. */
  readonly minCommon = integer({ min: 1, default: 1 });
  /** Whether only similarities above 0 count. */
  readonly positiveOnly = boolean({ default: true });
  /**
   * A similarity from n common ratings is multiplied by n / (n + shrinkage); n − 1 for n with
   * "pearson-baseline".
   */
  readonly shrinkage = number({
    min: 0,
    default: 0,
    defaultFor: { similarity: { "pearson-baseline": 100 } },
  });
  /** What is subtracted from ratings before they are averaged, and added back. */
  readonly center = choice(CENTERS, { default: "none" });
  /**
   * Aggregation of neighbours' ratings: mean weighted by similarity, mean, or weighted sum, which
   * only ranks.
   */
  readonly aggregate = choice(["weighted-mean", "mean", "sum"], { default: "weighted-mean" });
  /**
   * Total similarity of imaginary neighbours whose centred rating is 0; needs a `center`, and no
   * sum.
   */
  readonly damping = number({ min: 0, default: 0 });
}

export const knnFields = /* @__PURE__ */ new KnnFields();

export interface KnnSettings extends ValuesOf<KnnFields> {}

/**
 * Checks settings that depend on each other.
 *
 * @throws RangeError for `damping` without a `center`, or with "sum"; for `relevantFrom` without
 *   "sum"; and for a `weighting` of another similarity than "cosine".
 */
export function checkedKnnSettings<Settings extends KnnSettings>(settings: Settings): Settings {
  const { damping, center, aggregate, weighting, similarity } = settings;
  checkRelevance(settings, settings);
  if (weighting !== "none" && similarity !== "cosine") {
    throw new RangeError(
      `weighting: "${weighting}" is not defined for similarity "${similarity}"; take "cosine"`,
    );
  }
  if (damping > 0 && (center === "none" || aggregate === "sum")) {
    throw new RangeError(
      `damping: ${damping} has no effect with center "${center}" and aggregate "${aggregate}"; ` +
        'set center to "baseline" or "mean", and aggregate to one of the means',
    );
  }
  return settings;
}

/** Similarities that are cosines, of ratings or of centred ratings. */
const COSINES: readonly SimilarityName[] = ["cosine", "cosine-common", "adjusted-cosine", "pearson-baseline"];

/**
 * Checks the power of column lengths.
 *
 * @throws RangeError for a similarity that the power has no effect on
 */
export function checkColumnPower(named: Readonly<Record<string, number>>, { similarity }: KnnSettings): void {
  const [[name, power] = ["", 0]] = Object.entries(named);
  if (power > 0 && !COSINES.includes(similarity)) {
    throw new RangeError(
      `${name}: ${power} has no effect on "${similarity}"; take one of ${COSINES.join(", ")}`,
    );
  }
}

/** The kernel that computes a similarity. */
export function kernelOf(
  similarity: SimilarityName,
  weighting: WeightingName = "none",
): SimilarityKernel | "spearman" {
  if (weighting === "bm25") return "dot";
  return similarity === "adjusted-cosine" || similarity === "pearson-baseline" ? "cosine-common" : similarity;
}
