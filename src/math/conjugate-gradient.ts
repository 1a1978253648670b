import { dot } from "./dot.js";

/** A cost function: returns the cost at `x` and writes its gradient into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** When {@link minimize} stops. */
export interface MinimizeOptions {
  /** How many steps at most, from 0. @default 100 */
  readonly iterations?: number;
  /** Stops if no component of the gradient is larger than this, from 0. @default 1e-8 */
  readonly tolerance?: number;
  /** Called after each step with the cost. */
  readonly onIteration?: (iteration: number, cost: number) => void;
}

/** The result of {@link minimize}. */
export interface Minimum {
  readonly x: Float64Array;
  readonly cost: number;
  /** The cost before the first step, and after each. */
  readonly costs: readonly number[];
  /** The largest absolute component of the gradient. */
  readonly gradientNorm: number;
  /** Why it stopped; "no progress" if rounding leaves no step that lowers the cost. */
  readonly stopped: "tolerance" | "iterations" | "no progress";
}

/** The constants c₁ and c₂ of the strong Wolfe conditions. */
const DECREASE = 1e-4;
const FLATTENING = 0.1;
/** Relative difference below which costs count as equal. */
const ROUNDING = 1e-13;
const MOST_TRIALS = 40;

/**
 * Minimizes a smooth function by nonlinear conjugate gradients (Polak and Ribière, with restarts: β
 * is at least 0). Steps meet the strong Wolfe conditions; near the minimum, where rounding hides
 * the decrease of the cost, the approximate Wolfe condition of Hager and Zhang (2005). Nocedal and
 * Wright, Numerical Optimization, 2006, chapters 3 and 5. Two to three evaluations per step.
 *
 * @example
 * const bowl = (x: Float64Array, gradient: Float64Array) => {
 *   gradient[0] = 2 * (x[0] - 3);
 *   return (x[0] - 3) ** 2;
 * };
 * minimize(bowl, Float64Array.of(0)).x[0].toFixed(6); // "3.000000"
 */
export function minimize(
  objective: Objective,
  start: Float64Array,
  { iterations = 100, tolerance = 1e-8, onIteration }: MinimizeOptions = {},
): Minimum {
  const x: Float64Array = start.slice();
  const gradient = new Float64Array(x.length);
  let cost = objective(x, gradient);
  const costs = [cost];
  const direction: Float64Array = gradient.map((slope) => -slope);
  let step = 1 / Math.max(1, largest(gradient));
  const result = (stopped: Minimum["stopped"]): Minimum => ({
    x,
    cost,
    costs,
    gradientNorm: largest(gradient),
    stopped,
  });

  for (let iteration = 1; iteration <= iterations; iteration++) {
    if (!Number.isFinite(cost)) return result("no progress");
    if (largest(gradient) <= tolerance) return result("tolerance");
    let slope = dot(gradient, direction);
    if (slope >= 0) {
      for (let k = 0; k < x.length; k++) direction[k] = -gradient[k];
      slope = dot(gradient, direction);
    }
    const found = lineSearch(objective, x, direction, { cost, slope, step });
    if (!found) return result("no progress");
    const { gradient: next } = found;
    const squares = dot(gradient, gradient);
    const momentum = Math.max(0, (dot(next, next) - dot(next, gradient)) / squares);
    for (let k = 0; k < x.length; k++) {
      x[k] += found.step * direction[k];
      direction[k] = momentum * direction[k] - next[k];
    }
    gradient.set(next);
    cost = found.cost;
    costs.push(cost);
    onIteration?.(iteration, cost);
    step = Math.min(1e3, (found.step * slope) / Math.min(-Number.MIN_VALUE, dot(gradient, direction)));
  }
  return result(largest(gradient) <= tolerance ? "tolerance" : "iterations");
}

interface Trial {
  readonly step: number;
  readonly cost: number;
  /** Along the direction. */
  readonly slope: number;
  readonly gradient: Float64Array;
}

/** A step along the direction that meets the Wolfe conditions; undefined if none is found. */
function lineSearch(
  objective: Objective,
  x: Float64Array,
  direction: Float64Array,
  start: { cost: number; slope: number; step: number },
): Trial | undefined {
  const at = (step: number): Trial => {
    const gradient = new Float64Array(x.length);
    const cost = objective(
      x.map((value, k) => value + step * direction[k]),
      gradient,
    );
    return { step, cost, slope: dot(gradient, direction), gradient };
  };
  const isLower = ({ step, cost, slope }: Trial) =>
    cost <= start.cost + DECREASE * step * start.slope ||
    (cost <= start.cost + ROUNDING * Math.abs(start.cost) && slope <= (2 * DECREASE - 1) * start.slope);
  const isFlat = ({ slope }: Trial) => Math.abs(slope) <= -FLATTENING * start.slope;

  let low: Trial = { step: 0, cost: start.cost, slope: start.slope, gradient: new Float64Array(0) };
  let high: Trial | undefined;
  let step = start.step;
  for (let trials = 0; trials < MOST_TRIALS; trials++) {
    const trial = at(step);
    if (!Number.isFinite(trial.cost) || !isLower(trial)) {
      high = trial;
    } else if (isFlat(trial)) {
      return trial;
    } else if (trial.slope < 0) {
      low = trial;
    } else {
      high = trial;
    }
    step = high ? between(low, high) : 4 * step;
  }
  return low.cost < start.cost ? low : undefined;
}

/** The secant step, where a linear slope would be 0; kept away from both ends. */
function between(low: Trial, high: Trial): number {
  const width = high.step - low.step;
  const guess = low.step - (low.slope * width) / (high.slope - low.slope);
  const [least, most] = [low.step + 0.1 * width, low.step + 0.9 * width];
  return Number.isFinite(guess) && guess > least && guess < most ? guess : low.step + 0.5 * width;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
