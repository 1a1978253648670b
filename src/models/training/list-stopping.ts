import { discountedGain, idealGain } from "../../math/discounted-gain.js";
import { mean } from "../../math/statistics.js";
import type { Feedback } from "../../ratings/feedback.js";
import { choice } from "../../settings/choice.js";
import type { ValuesOf } from "../../settings/setting.js";
import { rowOf } from "../../sparse/row-of.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { listRules } from "../contract/list-rules.js";
import { emptyLists, type ScoresOfUsers, UserLists } from "../contract/user-lists.js";
import { EarlyStoppingFields, runIterations } from "./early-stopping.js";

/** Settings of models that rank and can stop before their last iteration. */
export class ListStoppingFields extends EarlyStoppingFields {
  /** With a validation part: the metric of the lists by which the iteration is chosen. */
  readonly validationMetric = choice(["ndcg@10", "recall@10", "ndcg@100", "recall@100"], {
    default: "ndcg@10",
  });
}

export const listStoppingFields = /* @__PURE__ */ new ListStoppingFields();

export interface ListStoppingSettings extends ValuesOf<ListStoppingFields> {}

/** Which iteration of a model that ranks was kept, and why. */
export interface ListLearning {
  /**
   * The iteration that was kept, from 1: the best on the validation part, or the last without one.
   */
  readonly iteration: number;
  /** The metric on the validation part after each iteration; empty without one. */
  readonly scores: readonly number[];
}

/** Ratings held back, and the model as it is after an iteration. */
export interface ListValidation<M extends ScoresOfUsers> {
  readonly heldBack: Feedback;
  model(): M;
}

/**
 * Runs iterations until lists no longer improve, and returns the best: as {@link runIterations},
 * judged by `validationMetric`.
 *
 * @param next runs one iteration, numbered from 1
 */
export function bestByLists<Learned>(
  settings: ListStoppingSettings & { readonly iterations: number },
  task: TaskOptions,
  next: (iteration: number) => void,
  { heldBack, model }: ListValidation<ScoresOfUsers & { readonly learned: Learned }>,
): { learned: Learned; learning: ListLearning } {
  const { iteration, losses, learned } = runIterations(settings, task, next, {
    loss: () => -listMetric(model(), heldBack, settings),
    learned: () => model().learned,
  });
  return { learned: learned as Learned, learning: { iteration, scores: losses.map((loss) => -loss) } };
}

/** Users whose lists are made at once: their scores fit in memory for any number of items. */
const USERS_AT_ONCE = 64;

/**
 * The mean of a metric over the users with ratings held back: each of these is relevant, and lists
 * leave out what the model learned from. O(users × items), and the cost of the scores.
 */
export function listMetric(
  model: ScoresOfUsers,
  { byUser }: Feedback,
  { validationMetric }: Pick<ListStoppingSettings, "validationMetric">,
): number {
  const [kind, length] = validationMetric.split("@");
  const all = new Int32Array(byUser.rowCount).map((_, user) => user);
  const users = all.filter((user) => byUser.rowLength(user) > 0);
  const rules = listRules(model.items, { count: Number(length) });
  const { count } = rules;
  const places = emptyLists(users.length, count);
  const lists = new UserLists(model, rules, { users: users.length, perTile: USERS_AT_ONCE });
  for (let first = 0; first < users.length; first += USERS_AT_ONCE) {
    lists.writeLists(users.subarray(first, first + USERS_AT_ONCE), places, first);
  }
  lists.close();
  const values = Float64Array.from(users, (user, list) => {
    const relevant = new Set(rowOf(byUser, user).indices);
    const listed = places.itemIndices.subarray(list * count, (list + 1) * count);
    const hits = listed.map((item) => +relevant.has(item));
    return kind === "recall"
      ? hits.reduce((sum, hit) => sum + hit, 0) / relevant.size
      : discountedGain(hits, count) / idealGain(Math.min(count, relevant.size));
  });
  return mean(values);
}
