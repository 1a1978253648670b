import { random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { IdIndex } from "../../ratings/id-index.js";
import { pairsByRow } from "../../ratings/pairs-by-row.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { optionalNumbers } from "../../settings/numbers.js";
import { randomFields } from "../../settings/random-fields.js";
import { renamed } from "../../settings/renamed.js";
import { rowOf } from "../../sparse/row-of.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { checkedModels, type Member, membersOf } from "../contract/members.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedModel,
} from "../contract/model.js";
import { invalidModelError, savedNumbers } from "../contract/saved-model.js";
import { weightedExplanation } from "../contract/weighted-explanation.js";
import { chooseRankWeights, type ValidationUser } from "./choose-rank-weights.js";
import { otherRows } from "./out-of-fold.js";
import { itemsOfAll, overItems } from "./over-items.js";
import { spreadOf, standardScore, unseenStandardScores } from "./standard-scores.js";

/** How {@link RankBlend} finds its weights. */
export interface RankBlendOptions extends SettingsOf<typeof RankBlend.settings> {}

/** Settings of {@link RankBlend}. */
export interface RankBlendSettings extends Omit<RankBlendOptions, "weights"> {
  readonly weights?: readonly number[];
  /** Names and settings of the models. */
  readonly models: readonly Member[];
}

/**
 * A blend of models that rank. The models' scores have different scales, so each model's scores for
 * a user are standardized over the items that the user has not rated:
 *
 *     score = Σ weight × (the model's score − mean) / standard deviation
 *
 * Where a model has no score, as `Ease` for an item that nobody has used, its lowest one counts; an
 * item that no model with a weight scores is NaN. It scores all items that one of the models knows.
 * Scores only rank. Weights are given, or chosen by greedy ensemble selection: a share of the
 * ratings is held back, the models are fitted to the others, and in each round the model is
 * selected that most improves the NDCG of the lists for the held-back ratings; 1 of 20 selections
 * is a weight of 0.05. Then all models are fitted to all ratings. One held-back part is a small
 * sample of lists: with `parts` above 1, weights are chosen on several parts together.
 *
 * Fits in parts + 1 times the sum of the models' times, and O(rounds × parts × models × users ×
 * items) for the choice, with 4 bytes for each part, model, user and item. With given weights, in
 * the sum of the models' times.
 *
 * @example
 * const models = [new Popularity(), new MeanRating()];
 * const blend = new RankBlend(models, { weights: [1, 0.5] }).fit(ratings);
 * blend.recommend(1, { count: 3 }).length; // 3
 */
export class RankBlend implements Model<FittedRankBlend> {
  static readonly kind = "RankBlend";
  static readonly settings = defineSettings(
    {
      /**
       * A weight for each model; by default they are chosen on a validation part of the ratings.
       */
      weights: optionalNumbers(),
      /** Share of the ratings held back to choose weights. */
      validation: number({ min: 0, below: 1, default: 0.2 }),
      /** Parts of this share that are held back in turn; no rating is in two of them. */
      parts: integer({ min: 1, default: 1 }),
      /** Held-back items rated at least this are relevant; 0: all. */
      relevantFrom: number({ min: 0, default: 0 }),
      /** Length of the lists that weights are chosen for. */
      count: integer({ min: 1, default: 10 }),
      /** Rounds of ensemble selection at most: weights are multiples of 1 / rounds. */
      rounds: integer({ min: 1, default: 20 }),
    },
    randomFields,
  );
  readonly name = RankBlend.kind;
  readonly settings: RankBlendSettings;
  readonly #models: readonly Model[];

  /**
   * @param models at least one, whatever their scores mean
   * @param options or the `settings` of another blend, whose `models` are passed over
   */
  constructor(models: readonly Model[], options: Partial<RankBlendOptions> = {}) {
    this.#models = checkedModels(this.name, models);
    this.settings = rankBlendSettings(models, options);
  }

  /** @throws RangeError where there are too few ratings to hold any back. */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedRankBlend {
    const { rounds, parts, weights: given } = this.settings;
    const modelCount = this.#models.length;
    const total = given ? modelCount : (parts + 1) * modelCount + rounds;
    let done = 0;
    const step = () => reportProgress(task, { done: done++, total });
    const fitTo = (part: Feedback) =>
      this.#models.map((model) => {
        step();
        return model.fit(part, { signal: task.signal });
      });
    const weights = given ?? this.#choose(ratings, fitTo, step);
    const models = fitTo(ratings);
    step();
    return new FittedRankBlend(ratings, this.settings, models, weights);
  }

  /** Version 0.1 called `rounds` `iterations`, and held one part back. */
  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return { parts: 1, ...renamed(settings, { iterations: "rounds" }) };
  }

  static restore(saved: SavedModel): FittedRankBlend {
    const settings = rankBlendSettings(saved.parts, saved.settings);
    const weights = [...savedNumbers(saved, "weights", saved.parts.length)];
    if (!weights.every(Number.isFinite)) throw invalidModelError("its weights are not all finite");
    return new FittedRankBlend(saved.ratings, settings, saved.parts, weights);
  }

  #choose(ratings: Feedback, fitTo: (part: Feedback) => FittedModel[], step: () => void): number[] {
    const { validation, parts, count, rounds } = this.settings;
    const size = Math.floor(ratings.count * validation);
    const order = random(this.settings).permutation(ratings.count);
    const users = Array.from({ length: parts }, (_, part) => {
      const rows = order.subarray(part * size, (part + 1) * size);
      const kept = ratings.selectRows(otherRows(rows, ratings.count));
      return this.#validationUsers(fitTo(kept), kept, ratings.selectRows(rows));
    });
    return chooseRankWeights(users.flat(), this.#models.length, { count, rounds, onRound: step });
  }

  /** The users with a relevant rating that is held back and another one that is kept. */
  #validationUsers(models: readonly FittedModel[], kept: Feedback, heldBack: Feedback): ValidationUser[] {
    const { relevantFrom, validation } = this.settings;
    const indicesOf = (to: IdIndex, { ids }: IdIndex) => ids.map((id) => to.indexOf(id));
    const users = indicesOf(kept.users, heldBack.users);
    const items = indicesOf(kept.items, heldBack.items);
    const validationUsers: ValidationUser[] = [];
    for (const [place, user] of users.entries()) {
      const isRelevant = new Uint8Array(kept.items.size);
      let relevantCount = 0;
      const { indices, values } = rowOf(heldBack.byUser, place);
      for (let k = 0; k < indices.length; k++) {
        if (values[k] < relevantFrom) continue;
        relevantCount++;
        const item = items[indices[k]];
        if (item >= 0) isRelevant[item] = 1;
      }
      if (user < 0 || relevantCount === 0) continue;
      validationUsers.push({
        scores: models.map((model) => unseenStandardScores(model, user)),
        isRelevant,
        relevantCount,
      });
    }
    if (validationUsers.length > 0) return validationUsers;
    throw new RangeError(
      `validation: ${validation} of ${kept.count + heldBack.count} ratings leaves no user with a rating of at least ` +
        `${relevantFrom} (relevantFrom) held back and another one kept; hold back another share, or give weights`,
    );
  }
}

function rankBlendSettings(
  models: readonly Pick<Model, "name" | "settings">[],
  given: Partial<RankBlendOptions>,
): RankBlendSettings {
  const { models: _, ...options } = given as Partial<RankBlendSettings>;
  const { weights, ...settings } = RankBlend.settings.check("RankBlend", options);
  const { parts, validation } = settings;
  if (parts * validation > 1) {
    throw new RangeError(`parts: ${parts} × ${validation} (validation) is above 1; lower one of them`);
  }
  return Object.freeze({
    models: membersOf(models),
    ...(weights && { weights: checkedWeights(weights, models.length) }),
    ...settings,
  });
}

function checkedWeights(weights: readonly number[], modelCount: number): readonly number[] {
  const isRight = weights.length === modelCount && weights.every(Number.isFinite);
  if (isRight && weights.some((weight) => weight !== 0)) return Object.freeze([...weights]);
  throw new RangeError(
    `weights: [${weights.join(", ")}] is not a finite number for each of ${modelCount} models, one of them other than 0`,
  );
}

/** A fitted {@link RankBlend}. */
export class FittedRankBlend extends FittedModel {
  readonly name = RankBlend.kind;
  readonly inStars = false;
  declare readonly settings: Readonly<RankBlendSettings>;
  /** The fitted models. */
  declare readonly models: readonly FittedModel[];
  /** How much each model's standard scores count, in their order. */
  declare readonly weights: readonly number[];
  readonly #members: readonly FittedModel[];

  constructor(
    ratings: Feedback,
    settings: Readonly<RankBlendSettings>,
    models: readonly FittedModel[],
    weights: readonly number[],
  ) {
    super(ratings, itemsOfAll(ratings, models));
    this.settings = settings;
    this.models = Object.freeze([...models]);
    this.#members = overItems(this.items, models);
    this.weights = Object.freeze([...weights]);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return RankBlend;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const seen = this.#seenBy(userIndex);
    this.#sum(seen, into, (model, scores) => model.scoreItems(userIndex, scores));
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.#sum(history.itemIndices, into, (model, scores) => model.scoreItemsFor(history, scores));
  }

  /** User by user: a user's scores are made once for all pairs of that user. */
  override scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    const scores = new Float64Array(this.items.size);
    let last = -1;
    for (const pair of pairsByRow(userIndices, this.ratings.users.size)) {
      const [userIndex, itemIndex] = [userIndices[pair], itemIndices[pair]];
      into[pair] = Number.NaN;
      if (userIndex < 0 || itemIndex < 0) continue;
      if (userIndex !== last) this.scoreItems(userIndex, scores);
      last = userIndex;
      into[pair] = scores[itemIndex];
    }
  }

  state(): Record<string, Float64Array> {
    return { weights: Float64Array.from(this.weights) };
  }

  override parts(): readonly FittedModel[] {
    return this.models;
  }

  /**
   * The weighted sum of the models' explanations; a rating in several of them is one contribution.
   */
  explainFor(history: History, itemIndex: number): Explanation {
    const scores = new Float64Array(this.items.size);
    let isScored = false;
    const parts = this.#members.flatMap((model, place) => {
      const weight = this.weights[place];
      if (weight === 0) return [];
      model.scoreItemsFor(history, scores);
      const score = scores[itemIndex];
      const spread = spreadOf(scores, history.itemIndices);
      isScored ||= !Number.isNaN(score);
      if (Number.isNaN(score) || spread.deviation === 0) {
        return [{ weight, explanation: { base: standardScore(score, spread), contributions: [] } }];
      }
      const { base, contributions } = model.explainFor(history, itemIndex);
      return [
        { weight: weight / spread.deviation, explanation: { base: base - spread.mean, contributions } },
      ];
    });
    return isScored ? weightedExplanation(parts) : { base: Number.NaN, contributions: [] };
  }

  #seenBy(userIndex: number): Int32Array {
    return rowOf(this.ratings.byUser, userIndex).indices;
  }

  #sum(
    seen: Int32Array,
    into: Float64Array,
    write: (model: FittedModel, scores: Float64Array) => void,
  ): void {
    const scores = new Float64Array(into.length);
    const isScored = new Uint8Array(into.length);
    into.fill(0);
    for (const [place, model] of this.#members.entries()) {
      const weight = this.weights[place];
      if (weight === 0) continue;
      write(model, scores);
      const spread = spreadOf(scores, seen);
      for (let item = 0; item < into.length; item++) {
        into[item] += weight * standardScore(scores[item], spread);
        if (!Number.isNaN(scores[item])) isScored[item] = 1;
      }
    }
    for (let item = 0; item < into.length; item++) if (isScored[item] === 0) into[item] = Number.NaN;
  }
}
