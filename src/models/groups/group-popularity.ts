import type { Feedback } from "../../ratings/feedback.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import type { TaskOptions } from "../../task/report-progress.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedModel,
} from "../contract/model.js";
import { relevanceFields, relevantHistory, relevantPart } from "../contract/relevance.js";
import { invalidModelError } from "../contract/saved-model.js";
import { type FittedPureSvd, PureSvd } from "../factors/pure-svd.js";
import { countRatings } from "./group-favourites.js";
import { groupUsers } from "./group-users.js";
import { UserGroups } from "./user-groups.js";
import { userVectors, withUnitLength } from "./user-vectors.js";

/** Settings of {@link GroupPopularity}. */
export interface GroupPopularitySettings extends SettingsOf<typeof GroupPopularity.settings> {}

/**
 * Popularity within the user's group: the damped share of the group's users who rated an item,
 *
 *     score = (raters in the group + damping × share of raters among all users)
 *             / (users of the group + damping)
 *
 * Groups are those of {@link groupUsers} by k-means, from the factors of {@link PureSvd}. A new
 * user joins the group with the nearest center; without ratings, scores are the shares of all
 * users. Scores only rank. Fits in the time of PureSvd and k-means, plus O(groups × items).
 *
 * @example
 * new GroupPopularity({ groups: 4 }).fit(ratings).recommend(1, { count: 3 });
 */
export class GroupPopularity implements Model<FittedGroupPopularity> {
  static readonly kind = "GroupPopularity";
  static readonly settings = defineSettings(
    {
      /** Factors of the {@link PureSvd} whose user directions are grouped. */
      factors: integer({ min: 1, default: 10 }),
      /** Groups of users (k of k-means). */
      groups: integer({ min: 1, default: 8 }),
      /** Runs of k-means from different starts; the one with the least error counts. */
      starts: integer({ min: 1, default: 10 }),
      /** Number of imaginary average users that are added to each group. */
      damping: number({ min: 0, default: 10 }),
    },
    relevanceFields,
    randomFields,
  );
  readonly name = GroupPopularity.kind;
  readonly settings: GroupPopularitySettings;

  constructor(settings: Partial<GroupPopularitySettings> = {}) {
    this.settings = GroupPopularity.settings.check(this.name, settings);
  }

  /** @throws RangeError for more groups than different users */
  fit(ratings: Feedback, { signal }: TaskOptions = {}): FittedGroupPopularity {
    const { factors, groups, starts, relevantFrom, seed, generator } = this.settings;
    const svd = new PureSvd({ factors, relevantFrom, seed, generator }).fit(ratings, { signal });
    const vectors = userVectors(svd, { unitLength: true });
    return new FittedGroupPopularity(
      this.settings,
      svd,
      groupUsers(vectors, { groups, starts, seed, generator, signal }),
    );
  }

  static restore({ settings, ratings, arrays, parts }: SavedModel): FittedGroupPopularity {
    const model = new GroupPopularity(settings);
    const [svd] = parts;
    const { labels } = arrays;
    const fits =
      svd?.name === PureSvd.kind &&
      model.settings.groups <= ratings.users.size &&
      labels instanceof Int32Array &&
      labels.length === ratings.users.size &&
      labels.every((label) => label >= 0 && label < model.settings.groups);
    if (!fits) throw invalidModelError("its groups do not fit together");
    const vectors = userVectors(svd as FittedPureSvd, { unitLength: true });
    return new FittedGroupPopularity(model.settings, svd as FittedPureSvd, new UserGroups(vectors, labels));
  }
}

/** A fitted {@link GroupPopularity}. */
export class FittedGroupPopularity extends FittedModel {
  readonly name = GroupPopularity.kind;
  declare readonly settings: Readonly<GroupPopularitySettings>;
  readonly inStars = false;
  declare readonly groups: UserGroups;
  readonly #svd: FittedPureSvd;
  /** Groups × items, and a last row for users without a group. */
  readonly #scores: Float64Array;

  constructor(settings: Readonly<GroupPopularitySettings>, svd: FittedPureSvd, groups: UserGroups) {
    super(svd.ratings);
    this.settings = settings;
    this.groups = groups;
    this.#svd = svd;
    const { all, byGroup } = countRatings(relevantPart(this.ratings, settings), groups);
    const shares = all.map((count) => count / this.ratings.users.size);
    const { damping } = settings;
    this.#scores = new Float64Array(byGroup.length + all.length);
    for (let k = 0; k < byGroup.length; k++) {
      const [group, item] = [Math.floor(k / all.length), k % all.length];
      this.#scores[k] = (byGroup[k] + damping * shares[item]) / (groups.sizes[group] + damping);
    }
    this.#scores.set(shares, byGroup.length);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return GroupPopularity;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    into.set(this.#scoresOf(this.groups.labels[userIndex]));
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    into.set(this.#scoresOf(this.#groupFor(history)));
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.#scoresOf(this.groups.labels[userIndex])[itemIndex];
  }

  override parts(): readonly FittedModel[] {
    return [this.#svd];
  }

  state(): { labels: Int32Array } {
    return { labels: this.groups.labels };
  }

  /** A user's ratings only choose the group, so that all of a score is the base. */
  explainFor(history: History, itemIndex: number): Explanation {
    return { base: this.#scoresOf(this.#groupFor(history))[itemIndex], contributions: [] };
  }

  #groupFor(history: History): number {
    if (history.userIndex >= 0) return this.groups.labels[history.userIndex];
    if (relevantHistory(history, this.settings).itemIndices.length === 0) return this.groups.count;
    const factors = this.#svd.factorsOf(history);
    return this.groups.nearest(withUnitLength(factors, factors.length));
  }

  #scoresOf(group: number): Float64Array {
    return this.#scores.subarray(group * this.items.size, (group + 1) * this.items.size);
  }
}
