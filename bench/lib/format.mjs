/** @typedef {import("./statistics.mjs").Spread} Spread */

/**
 * Three digits, four from 1000 on: times on a shared machine are no more exact. @param {number}
 * value
 */
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

/** @param {number} bytes */
export function gibibytes(bytes) {
  return bytes === 0 ? "0" : `${digits(bytes / 2 ** 30)} GiB`;
}
