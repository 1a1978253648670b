import { areYears } from "../../text/are-years.js";
import { shortenedText } from "../../text/shortened-text.js";

/** Names of columns whose whole numbers are identifiers, not counts. */
const plainColumn = /^$|(^|[_ ])(id|year|timestamp)$|(Id|ID|Year|Timestamp)$/;
const longestText = 160;

/**
 * The cells of one column as text. Numbers of a column share their decimals: as many as they need,
 * up to about four significant ones, with thousands separators, unless the column holds ids, years
 * or timestamps. NaN is "–", null and undefined
 * are empty, and long text is cut with "…".
 *
 * @example
 * formatColumn("votes", [100836, 610]); // ["100,836", "610"]
 */
export function formatColumn(name: string, values: readonly unknown[], decimals?: number): string[] {
  const formatNumber = numberFormat(name, values.filter(isFiniteNumber), decimals);
  const format = (value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return Number.isFinite(value) ? formatNumber(value) : notFinite(value);
    if (value instanceof Date) return formatDate(value);
    return oneLine(typeof value === "object" ? formatObject(value) : String(value));
  };
  return values.map(format);
}

function numberFormat(name: string, values: number[], decimals?: number): (value: number) => string {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const whole = values.every(Number.isInteger);
  if (whole && (plainColumn.test(name) || areYears(values))) return String;
  if (!whole && decimals === undefined && (largest >= 1e15 || largest < 1e-9)) {
    return (value) => value.toExponential(3);
  }
  const digits = whole ? 0 : (decimals ?? neededDecimals(values, largest));
  const { format } = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => format(value + 0); // −0 + 0 is 0
}

/** The fewest decimals that lose nothing, at most four significant ones. */
function neededDecimals(values: number[], largest: number): number {
  const leadingZeros = Math.max(0, -Math.floor(Math.log10(largest)) - 1);
  const most = largest >= 1000 ? 2 : 4 + leadingZeros;
  for (let decimals = 0; decimals < most; decimals++) {
    if (values.every((value) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-12 * largest)) {
      return decimals;
    }
  }
  return most;
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return "–";
  return value > 0 ? "∞" : "-∞";
}

/** A date in UTC, without its time at midnight. */
function formatDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return "–";
  const [day, time] = date.toISOString().split("T");
  return time === "00:00:00.000Z" ? day : `${day} ${time.slice(0, 5)}`;
}

function formatObject(value: object): string {
  if (ArrayBuffer.isView(value)) return formatObject(Array.from(value as Float64Array));
  if (!Array.isArray(value)) return JSON.stringify(value) ?? String(value);
  return formatColumn("", value.slice(0, longestText)).join(", ");
}

function oneLine(text: string): string {
  return shortenedText(text.replace(/\s+/g, " ").trim(), longestText);
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
