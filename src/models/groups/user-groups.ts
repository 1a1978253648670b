import { silhouettes } from "../../math/silhouette.js";
import { squaredDistance } from "../../math/squared-distance.js";
import { mean } from "../../math/statistics.js";
import type { Id } from "../../ratings/id-index.js";
import type { UserVectors } from "./user-vectors.js";

/** Users in groups, numbered from 0; some users may be in no group. Immutable. */
export class UserGroups {
  /** The vectors that users were compared by. */
  readonly vectors: UserVectors;
  /** The group of each user by index, −1 for none. */
  readonly labels: Int32Array;
  /** The number of users in each group. */
  readonly sizes: readonly number[];
  /** The mean vector of each group, row by row. */
  readonly centers: Float64Array;
  /** The number of users in no group. */
  readonly ungrouped: number;
  #silhouette: number | undefined;

  /** @param labels each number from 0 to the largest occurs */
  constructor(vectors: UserVectors, labels: Int32Array) {
    const { width, values } = vectors;
    const sizes = Array<number>(labels.reduce((most, label) => Math.max(most, label + 1), 0)).fill(0);
    for (const label of labels) if (label >= 0) sizes[label]++;
    this.vectors = vectors;
    this.labels = labels;
    this.sizes = Object.freeze(sizes);
    this.ungrouped = labels.length - sizes.reduce((sum, size) => sum + size, 0);
    this.centers = new Float64Array(sizes.length * width);
    for (const [user, label] of labels.entries()) {
      if (label < 0) continue;
      for (let k = 0; k < width; k++) {
        this.centers[label * width + k] += values[user * width + k] / sizes[label];
      }
    }
    Object.freeze(this);
  }

  /** The number of groups. */
  get count(): number {
    return this.sizes.length;
  }

  /** The group of a user; NaN for an unknown user or one in no group. */
  groupOf(userId: Id): number {
    const label = this.labels[this.vectors.users.indexOf(userId)] ?? -1;
    return label < 0 ? Number.NaN : label;
  }

  /** The users of a group in the order of their index; none for an unknown group. */
  usersOf(group: number): Id[] {
    return this.vectors.users.ids.filter((_, user) => this.labels[user] === group);
  }

  /** The group whose center is nearest to a vector, NaN without groups. O(groups × width). */
  nearest(vector: Float64Array): number {
    const { width } = this.vectors;
    let [nearest, least] = [Number.NaN, Number.POSITIVE_INFINITY];
    for (let group = 0; group < this.count; group++) {
      const distance = squaredDistance(vector, 0, this.centers, group, width);
      if (distance < least) [nearest, least] = [group, distance];
    }
    return nearest;
  }

  /**
   * How well the groups are separated: the mean silhouette of the users in groups, from −1 to 1.
   * Above 0.5 the structure is reasonable, below 0.25 there is hardly any (Kaufman and Rousseeuw,
   * Finding groups in data, 1990). NaN for fewer than two groups. Cached, O(users² × width).
   */
  get silhouette(): number {
    const { width, values } = this.vectors;
    this.#silhouette ??= mean(silhouettes(values, width, this.labels).filter((each) => !Number.isNaN(each)));
    return this.#silhouette;
  }
}
