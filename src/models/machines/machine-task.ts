import type { Feedback } from "../../ratings/feedback.js";
import type { MachineSamples } from "./machine-samples.js";
import { NormalLink } from "./normal-link.js";
import { NormalTargets } from "./normal-targets.js";
import { OrdinalLink } from "./ordinal-link.js";
import { OrdinalTargets } from "./ordinal-targets.js";
import type { RatingLink } from "./rating-link.js";
import type { TargetModel } from "./target-model.js";

const MAX_CLASSES = 100;

/** What ratings are to a machine. */
export interface MachineTask {
  /** Number of cut points between classes. */
  readonly cuts: number;
  targets(): TargetModel;
  link(samples: MachineSamples): RatingLink;
}

/** @throws RangeError for an ordered probit of ratings with one value, or more than 100. */
export function machineTask(ratings: Feedback, task: "regression" | "ordered-probit"): MachineTask {
  const { values, mean } = ratings;
  if (task === "regression") {
    return {
      cuts: 0,
      targets: () => new NormalTargets(values.map((value) => value - mean)),
      link: (samples) => new NormalLink(samples, mean),
    };
  }
  const classes = classesOf(ratings);
  return {
    cuts: classes.length - 1,
    targets: () =>
      new OrdinalTargets(
        Int32Array.from(values, (value) => classes.indexOf(value)),
        classes.length,
      ),
    link: (samples) => new OrdinalLink(samples, classes),
  };
}

/** The ratings that occur, ascending. */
function classesOf({ values, count }: Feedback): Float64Array {
  if (count === 0) throw new RangeError("there are no ratings to fit to; look at the filter they come from");
  const classes = Float64Array.from(new Set(values)).sort();
  if (classes.length > 1 && classes.length <= MAX_CLASSES) return classes;
  throw new RangeError(
    `task: "ordered-probit" takes ratings of 2 to ${MAX_CLASSES} different values, not ${classes.length}; ` +
      'use task: "regression"',
  );
}
