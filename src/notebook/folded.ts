import { escapeHtml } from "../text/escape-html.js";
import { currentHost, useHost } from "./hosts/current-host.js";
import type { Content, Host } from "./hosts/host.js";

/** What a folded part shows, and what it is computed from. */
export interface FoldedOptions<Data> {
  /** What not every reader has: a data set, such as "ml-100k"; the engine "duckdb" or "spark". */
  readonly needs: string;
  /** What was loaded or computed with it; undefined, or the reason, where it is missing. */
  readonly data: Data | Error | undefined;
  /** Shows tables of the data, with `show`. */
  readonly show: (data: Data) => void;
  /** Whether the part is open at first. @default false */
  readonly open?: boolean;
}

/** The engines, with the command that brings them. */
const ENGINES: Readonly<Record<string, readonly [name: string, command: string, does: string]>> = {
  duckdb: ["DuckDB", "npm run duckdb", "installs it"],
  spark: ["Spark", "npm run spark -- start", "installs and starts it"],
};

/**
 * Shows tables in a part that the reader opens with a click, such as numbers computed on another
 * data set than the notebook's, or by an engine that is installed apart. Without it, the part says
 * how to get it, and shows what the engine gave when the notebook was published. In plain Node the
 * tables are indented below the title, and published ones are left out.
 *
 * @throws TypeError for a figure among what is shown.
 * @example
 * const original = await loadDataset("ml-100k").catch(() => undefined);
 * folded("The tutorial's own numbers", {
 *   needs: "ml-100k",
 *   data: original,
 *   show: ({ ratings }) => show({ ratings: ratings.count }),
 * });
 */
export function folded<Data>(title: string, { needs, data, show, open = false }: FoldedOptions<Data>): void {
  const reason = data instanceof Error ? data : undefined;
  const isMissing = data === undefined || data instanceof Error;
  const contents = isMissing ? [howToGet(needs, reason), ...published(title)] : shownBy(() => show(data));
  const mark = isMissing ? "data-missing" : "data-needs";
  currentHost().show({
    html: [
      `<details ${mark}="${escapeHtml(needs)}" class="mathjax_ignore"${open ? " open" : ""}><summary>${escapeHtml(title)}</summary>`,
      ...contents.map(({ html }) => html),
      "</details>",
    ].join("\n"),
    text: [title, ...contents.flatMap(({ text }) => text.split("\n").map((row) => `  ${row}`))].join("\n"),
  });
}

function howToGet(needs: string, reason?: Error): Content {
  const [engine, command, does] = ENGINES[needs] ?? ["", `npm run data -- ${needs}`, "fetches it"];
  const why = reason ? ` (${reason.message.split("\n")[0]})` : "";
  const missing = engine
    ? `Computed by ${engine}, which is not at hand here${why}.`
    : `Computed on ${needs}, which cannot be loaded here${why}.`;
  const before = `${missing} In the course's folder on a computer of your own, `;
  const after = ` ${does}; then restart the kernel, and run the notebook again.`;
  return {
    html: `<p>${escapeHtml(before)}<code>${escapeHtml(command)}</code>${escapeHtml(after)}</p>`,
    text: `${before}\`${command}\`${after}`,
  };
}

/** What the part showed when its notebook was published. */
function published(title: string): Content[] {
  const stored = currentHost().storedParts?.[title];
  if (stored === undefined) return [];
  const text = "The published notebook shows what it gave, with the notebook's own parameters";
  return [{ html: `<p>${text}:</p>\n${stored}`, text: `${text}.` }];
}

/** All that is shown during the call, instead of on the page. */
function shownBy(call: () => void): Content[] {
  const contents: Content[] = [];
  const outer = currentHost();
  useHost(collecting(outer, contents));
  try {
    call();
  } finally {
    useHost(outer);
  }
  return contents;
}

function collecting(outer: Host, contents: Content[]): Host {
  return {
    show: (content) => contents.push(content),
    plot: () => {
      throw new TypeError("folded shows tables; draw the figure in a cell of its own");
    },
    display: () => outer.display(),
    form: (form) => outer.form(form),
    parameters: outer.parameters,
    writeRecord: outer.writeRecord,
    exercises: outer.exercises,
    solved: outer.solved,
  };
}
