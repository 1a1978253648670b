/** @typedef {import("./statistics.mjs").Spread} Spread */

/** Three digits, as many as a measurement on a shared machine is worth. @param {number} value */
export function digits(value) {
  return Number.isFinite(value) ? String(Number(value.toPrecision(value >= 1000 ? 4 : 3))) : "–";
}

/** @param {Spread} spread @param {(value: number) => string} [format] */
export function withSpread({ median, min, max }, format = digits) {
  return `${format(median)} (${format(min)}–${format(max)})`;
}

/** @param {number} seconds */
export function duration(seconds) {
  return seconds < 1 ? `${digits(1000 * seconds)} ms` : `${digits(seconds)} s`;
}
