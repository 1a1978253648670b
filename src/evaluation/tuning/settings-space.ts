import type { Random } from "../../math/random.js";
import type { Fields, Setting } from "../../settings/setting.js";
import { unknownSetting } from "../../settings/unknown-setting.js";
import { numberAt, type SettingRange } from "./setting-range.js";

/** The values to try for each setting: lists and ranges by the setting's name. */
export type Space = Readonly<Record<string, readonly unknown[] | SettingRange>>;

/** Settings of one trial. */
export type TrialSettings = Readonly<Record<string, unknown>>;

/** The settings of a model that are searched, checked. */
export interface SettingsSpace {
  /** The number of combinations that {@link grid} makes, at most. */
  readonly size: number;
  /** All combinations, the last setting changing fastest; `steps` numbers of each range. */
  grid(): TrialSettings[];
  /** Up to `count` different random combinations; fewer if there are fewer. */
  draw(count: number, random: Random): TrialSettings[];
}

/** One setting that is searched. */
interface Dimension {
  readonly name: string;
  readonly size: number;
  grid(): readonly unknown[];
  draw(random: Random): unknown;
}

/**
 * Checks the settings to search.
 *
 * @param owner the model's name
 * @throws RangeError for no setting, an unknown one, an empty list, a range for a setting that is
 * no number, or a value that the model does not take.
 */
export function settingsSpace(owner: string, fields: Fields, space: Space): SettingsSpace {
  const names = Object.keys(space ?? {}).filter((name) => space[name] !== undefined);
  if (names.length === 0) {
    throw new RangeError(
      `there is no setting of ${owner} to try; give one, as { ${Object.keys(fields)[0]}: [ … ] }`,
    );
  }
  const dimensions = names.map((name) => {
    if (!Object.hasOwn(fields, name)) throw unknownSetting(owner, name, Object.keys(fields));
    return isRange(space[name])
      ? rangeDimension(name, fields[name], space[name])
      : listDimension(name, fields[name], space[name]);
  });
  return {
    size: dimensions.reduce((product, { size }) => product * size, 1),
    grid: () => gridOf(dimensions),
    draw: (count, random) => distinct(dimensions, count, random),
  };
}

function isRange(values: unknown): values is SettingRange {
  return typeof values === "object" && values !== null && "scale" in values && "low" in values;
}

function listDimension(name: string, field: Setting<unknown>, values: unknown): Dimension {
  if (!Array.isArray(values) || values.length === 0) {
    throw new RangeError(`${name}: give the values to try as a list, as [1, 2], or as logRange(1, 100)`);
  }
  const grid = values.map((value) => field.check(name, value));
  return { name, size: grid.length, grid: () => grid, draw: (random) => grid[random.below(grid.length)] };
}

function rangeDimension(name: string, field: Setting<unknown>, range: SettingRange): Dimension {
  if (field.kind !== "number" && field.kind !== "integer") {
    throw new RangeError(`${name} takes ${field.takes}, not a range; give a list of values to try`);
  }
  const isWhole = field.kind === "integer";
  const valueAt = (share: number) => {
    const value = numberAt(range, share);
    // Four digits tell two trials apart, and can be read.
    return field.check(name, isWhole ? Math.round(value) : within(range, Number(value.toPrecision(4))));
  };
  const { steps } = range;
  for (const end of [0, 1]) valueAt(end); // Refuses what the setting does not take.
  return {
    name,
    size: steps,
    grid: () => [...new Set(Array.from({ length: steps }, (_, step) => valueAt(step / (steps - 1))))],
    draw: (random) => valueAt(random.uniform()),
  };
}

function within({ low, high }: SettingRange, value: number): number {
  return Math.min(Math.max(value, low), high);
}

function gridOf(dimensions: readonly Dimension[]): TrialSettings[] {
  return dimensions.reduce<TrialSettings[]>(
    (all, { name, grid }) =>
      all.flatMap((settings) => grid().map((value) => ({ ...settings, [name]: value }))),
    [{}],
  );
}

function distinct(dimensions: readonly Dimension[], count: number, random: Random): TrialSettings[] {
  const drawn = new Map<string, TrialSettings>();
  // Small spaces repeat themselves: 100 draws in vain are the end.
  for (let inVain = 0; drawn.size < count && inVain < 100; ) {
    const settings = Object.fromEntries(dimensions.map(({ name, draw }) => [name, draw(random)]));
    const key = JSON.stringify(settings);
    inVain = drawn.has(key) ? inVain + 1 : 0;
    if (!drawn.has(key)) drawn.set(key, settings);
  }
  return [...drawn.values()];
}
