import type { SimilarityKernel } from "../../kernels/similarity/similarity-of-sums.js";
import { atLeast, oneOf, wholeAtLeast, wholeOrAll } from "../../settings/settings.js";
import { CENTERS, type Center } from "./centering.js";

/** All similarities of ratings; `kernels/similarity-of-sums.ts` has the formulas. */
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

/** Which of the user's ratings (ItemKnn) or of the item's raters (UserKnn) count for a score, and how. */
export interface KnnSettings {
  /**
   * How items (users) are compared. "adjusted-cosine" takes the mean of each column off first, "pearson-baseline" the
   * baseline; "spearman" ranks each pair's common ratings and is far slower. @default "cosine"
   */
  readonly similarity: SimilarityName;
  /** The most neighbours that count for one score, from 1, Infinity for all. @default 40 */
  readonly neighbors: number;
  /** The most neighbours stored for a row, from 1, Infinity for all. @default Infinity up to 20,000 rows, 500 beyond */
  readonly keep: number | undefined;
  /** The fewest neighbours that make a score, from 1. @default 1 */
  readonly minNeighbors: number;
  /** The fewest common ratings that make a similarity, from 1. @default 1 */
  readonly minCommon: number;
  /** Whether only similarities above 0 count. @default true */
  readonly positiveOnly: boolean;
  /**
   * A similarity from n common ratings counts n / (n + shrinkage), from 0. For "pearson-baseline" 100 unless said otherwise,
   * and n − 1 for n. @default 0
   */
  readonly shrinkage: number;
  /** What is taken off ratings before they are averaged, and put back after. @default "none" */
  readonly center: Center;
  /** How neighbours' ratings become a score: weighted by similarity, plainly, or added up, which ranks and gives no stars. @default "weighted-mean" */
  readonly aggregate: "weighted-mean" | "mean" | "sum";
  /**
   * Pulls scores of few or hardly similar neighbours towards what centring took off, as if others of so much similarity in all had rated just
   * that, from 0; needs a `center`, and no sum. @default 0
   */
  readonly damping: number;
}

/** Settings with their defaults, each checked. */
export function checkedKnnSettings({
  similarity = "cosine",
  neighbors = 40,
  keep,
  minNeighbors = 1,
  minCommon = 1,
  positiveOnly = true,
  shrinkage = similarity === "pearson-baseline" ? 100 : 0,
  center = "none",
  aggregate = "weighted-mean",
  damping = 0,
}: Partial<KnnSettings>): Readonly<KnnSettings> {
  if (damping > 0 && (center === "none" || aggregate === "sum")) {
    throw new RangeError(
      `damping: ${damping} has nothing to pull to with center "${center}" and aggregate "${aggregate}"; ` +
        'set center to "baseline" or "mean", and aggregate to one of the means',
    );
  }
  return Object.freeze({
    similarity: oneOf(SIMILARITIES, { similarity }),
    neighbors: wholeOrAll(1, { neighbors }),
    keep: keep === undefined ? undefined : wholeOrAll(1, { keep }),
    minNeighbors: wholeAtLeast(1, { minNeighbors }),
    minCommon: wholeAtLeast(1, { minCommon }),
    positiveOnly,
    shrinkage: atLeast(0, { shrinkage }),
    center: oneOf(CENTERS, { center }),
    aggregate: oneOf(["weighted-mean", "mean", "sum"], { aggregate }),
    damping: atLeast(0, { damping }),
  });
}

/** Similarities that are cosines of what is rated, some of it taken off first. */
const COSINES: readonly SimilarityName[] = ["cosine", "cosine-common", "adjusted-cosine", "pearson-baseline"];

/** Checks the power by which columns weigh less in a similarity: a RangeError where the similarity is none that weighs. */
export function checkedColumnPower(named: Record<string, number>, { similarity }: KnnSettings): number {
  const [[name, power] = ["", 0]] = Object.entries(named);
  if (power > 0 && !COSINES.includes(similarity)) {
    throw new RangeError(
      `${name}: ${power} weighs nothing in "${similarity}"; take one of ${COSINES.join(", ")}`,
    );
  }
  return atLeast(0, named);
}

/** The kernel behind a similarity. */
export function kernelOf(similarity: SimilarityName): SimilarityKernel | "spearman" {
  return similarity === "adjusted-cosine" || similarity === "pearson-baseline" ? "cosine-common" : similarity;
}
