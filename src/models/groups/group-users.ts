import { dbscan } from "../../math/dbscan.js";
import { type KMeansOptions, kMeans } from "../../math/k-means.js";
import { oneOf, wholeAtLeast } from "../../settings/checks.js";
import { UserGroups } from "./user-groups.js";
import type { UserVectors } from "./user-vectors.js";

/** Options of {@link groupUsers} for k-means. */
export interface KMeansGrouping extends KMeansOptions {
  readonly method?: "k-means";
  /** Number of groups, from 1 to the number of users. */
  readonly groups: number;
}

/** Options of {@link groupUsers} for DBSCAN. */
export interface DbscanGrouping {
  readonly method: "dbscan";
  /** Largest distance of neighbours, above 0, in the unit of the vectors. */
  readonly radius: number;
  /** Fewest users within the radius of a core user, that user included, from 1. @default 5 */
  readonly minUsers?: number;
}

/**
 * Clusters users by the distance of their vectors, the largest group first. `method: "k-means"`
 * makes `groups` groups and assigns every user; "dbscan" finds the dense regions and leaves users
 * between them in no group.
 *
 * O(starts × iterations × users × groups × width), or O(users² × width) for "dbscan".
 *
 * @throws RangeError for options out of range, more groups than different users, or a vector that
 *   is not finite
 * @example
 * const vectors = userVectors(new PureSvd({ factors: 4 }).fit(ratings), { unitLength: true });
 * const tastes = groupUsers(vectors, { groups: 3, seed: 1 });
 * tastes.sizes.length; // 3
 */
export function groupUsers(vectors: UserVectors, options: KMeansGrouping | DbscanGrouping): UserGroups {
  oneOf(["k-means", "dbscan"], { method: options.method ?? "k-means" });
  checkVectors(vectors);
  const labels = options.method === "dbscan" ? byDensity(vectors, options) : aroundMeans(vectors, options);
  return new UserGroups(vectors, largestFirst(labels));
}

function aroundMeans({ users, width, values }: UserVectors, options: KMeansGrouping): Int32Array {
  const { groups, starts = 10, iterations = 300 } = options;
  wholeAtLeast(1, { groups });
  wholeAtLeast(1, { starts });
  wholeAtLeast(1, { iterations });
  if (groups > users.size) {
    throw new RangeError(`groups: ${groups} is more than the ${users.size} users; ask for fewer groups`);
  }
  return kMeans(values, width, groups, { ...options, starts, iterations }).labels;
}

function byDensity({ width, values }: UserVectors, { radius, minUsers = 5 }: DbscanGrouping): Int32Array {
  if (!(radius > 0)) throw new RangeError(`radius: ${radius} is not a number above 0`);
  return dbscan(values, width, { radius, minPoints: wholeAtLeast(1, { minUsers }) });
}

function checkVectors({ users, width, values }: UserVectors): void {
  if (users.size === 0)
    throw new RangeError("there are no users to group; look at where the vectors come from");
  if (values.length !== users.size * width) {
    throw new RangeError(`${values.length} numbers are not ${users.size} users times a width of ${width}`);
  }
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const userId = JSON.stringify(users.idOf(Math.floor(wrong / width)));
    throw new RangeError(
      `number ${wrong % width} of the vector of user ${userId} is ${values[wrong]}; groups want finite numbers`,
    );
  }
}

/** The groups numbered by descending size, equal ones by their first user. */
function largestFirst(labels: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const label of labels) if (label >= 0) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const order = [...sizes].sort(([, a], [, b]) => b - a).map(([label]) => label);
  return labels.map((label) => order.indexOf(label));
}
