import type { Feedback } from "../../ratings/feedback.js";
import type { ModelKind, SavedModel } from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";
import type { EarlyStoppingSettings, Learning } from "../training/early-stopping.js";
import { FittedFactors, savedFactors } from "./fitted-factors.js";
import type { LearnedFactors } from "./learned-factors.js";

/** The class and settings of a model of factors that learns by stochastic gradient descent. */
export interface DescendingModel<Settings extends DescentSettings = DescentSettings> {
  readonly kind: ModelKind;
  readonly settings: Settings;
}

/** What the settings of such a model have in common. */
export interface DescentSettings extends EarlyStoppingSettings {
  readonly factors: number;
  readonly iterations: number;
  readonly learningRate: number;
  readonly learningRateDecay: number;
  readonly regularization: number;
  readonly biased?: boolean;
}

/** A model of factors fitted by stochastic gradient descent. */
export class FittedByDescent<Settings extends DescentSettings = DescentSettings> extends FittedFactors {
  declare readonly name: string;
  readonly inStars = true;
  declare readonly settings: Settings;
  /** Which iteration was kept, and the errors on the validation part. */
  readonly learning: Learning;
  readonly #kind: ModelKind;

  constructor(
    ratings: Feedback,
    { kind, settings }: DescendingModel<Settings>,
    learned: LearnedFactors,
    learning: Learning = { iteration: settings.iterations, errors: [] },
  ) {
    const { regularization, biased = true } = settings;
    super(ratings, learned, {
      biased,
      userBiased: biased,
      regularization: (count) => count * regularization,
    });
    this.name = kind.kind;
    this.settings = settings;
    this.learning = Object.freeze(learning);
    this.#kind = kind;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return this.#kind;
  }

  /** Restores a saved model. */
  static restore<Settings extends DescentSettings>(
    saved: SavedModel,
    model: DescendingModel<Settings>,
  ): FittedByDescent<Settings> {
    const errors = savedNumbers(saved, "errors", saved.arrays.errors?.length ?? 0);
    const iteration = savedNumbers(saved, "iteration", 1)[0];
    const learned = savedFactors(saved, model.settings.factors);
    return new FittedByDescent(saved.ratings, model, learned, { iteration, errors: [...errors] });
  }

  override state(): Record<string, Float64Array> {
    const { iteration, errors } = this.learning;
    return { ...super.state(), iteration: Float64Array.of(iteration), errors: Float64Array.from(errors) };
  }
}
