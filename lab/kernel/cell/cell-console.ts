import { formatWithOptions, inspect } from "node-inspect-extracted";

export type Write = (stream: "stdout" | "stderr", text: string) => void;

/** The methods of `console` that Node has, with Node's texts, written to the cell's streams. */
export function cellConsole(write: Write): Partial<Console> {
  let indent = "";
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const print = (stream: "stdout" | "stderr", ...values: unknown[]) => {
    const text = formatWithOptions({}, ...values);
    write(stream, `${indent}${indent ? text.replaceAll("\n", `\n${indent}`) : text}\n`);
  };
  const log = (...values: unknown[]) => print("stdout", ...values);
  const error = (...values: unknown[]) => print("stderr", ...values);
  const sinceStart = (label: string, ...values: unknown[]) => {
    const start = timers.get(label);
    if (start === undefined) error(`Warning: No such label '${label}' for console.time()`);
    else log(`${label}: ${(performance.now() - start).toFixed(3)}ms`, ...values);
  };
  return {
    log,
    info: log,
    debug: log,
    error,
    warn: error,
    dir: (value, options) => log(inspect(value, { customInspect: false, ...(options as object) })),
    dirxml: log,
    table: (rows, columns) => log(tableText(rows, columns) ?? rows),
    trace: (...values) => error(`Trace: ${formatWithOptions({}, ...values)}`),
    assert(holds, ...values) {
      if (!holds)
        error(
          values.length > 0 ? `Assertion failed: ${formatWithOptions({}, ...values)}` : "Assertion failed",
        );
    },
    group(...values) {
      if (values.length > 0) log(...values);
      indent += "  ";
    },
    groupEnd() {
      indent = indent.slice(2);
    },
    count(label = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void timers.set(label, performance.now()),
    timeLog: (label = "default", ...values) => sinceStart(label, ...values),
    timeEnd(label = "default") {
      sinceStart(label);
      timers.delete(label);
    },
  };
}

/** Rows as Node's `console.table` draws them; undefined for a value that has no rows. */
function tableText(data: unknown, columns?: readonly string[]): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (data instanceof Map) {
    const lines = [...data].map(([key, value], index) => [String(index), cellText(key), cellText(value)]);
    return drawTable(["(iteration index)", "Key", "Values"], lines);
  }
  if (data instanceof Set) {
    const lines = [...data].map((value, index) => [String(index), cellText(value)]);
    return drawTable(["(iteration index)", "Values"], lines);
  }
  const rows = Object.entries(data);
  // An object, because it has numbers first.
  const all = Object.assign({}, ...rows.map(([, row]) => (isObject(row) ? { ...row } : {})));
  const known = columns ?? Object.keys(all);
  const hasValues = rows.some(([, row]) => !isObject(row));
  const header = ["(index)", ...known, ...(hasValues ? ["Values"] : [])];
  const lines = rows.map(([index, row]) => {
    const own = known.map((name) => (isObject(row) && Object.hasOwn(row, name) ? cellText(row[name]) : ""));
    return [index, ...own, ...(hasValues ? [isObject(row) ? "" : cellText(row)] : [])];
  });
  return drawTable(header, lines);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function cellText(value: unknown): string {
  return inspect(value, { maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY });
}

function drawTable(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...lines].map((line) => (line[column] ?? "").length + 2)),
  );
  const ruler = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => "─".repeat(width)).join(middle)}${right}`;
  const drawn = (line: readonly string[]) =>
    `│${widths.map((width, column) => ` ${line[column] ?? ""}`.padEnd(width)).join("│")}│`;
  const body = lines.map(drawn);
  return [ruler("┌", "┬", "┐"), drawn(header), ruler("├", "┼", "┤"), ...body, ruler("└", "┴", "┘")].join(
    "\n",
  );
}
