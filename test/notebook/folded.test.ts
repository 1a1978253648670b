import { afterEach, beforeEach, expect, test } from "vitest";
import { folded } from "../../src/notebook/folded.js";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { plot } from "../../src/notebook/plot.js";
import { record } from "../../src/notebook/record.js";
import { show } from "../../src/notebook/show.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

const title = "The <tutorial's> numbers";
let host: FakeHost;
beforeEach(() => {
  host = useFakeHost({ recording: true });
});
afterEach(() => useHost());

test("what is shown inside becomes one closed part, with the data set that it needs", () => {
  folded(title, {
    needs: "ml-100k",
    data: 944,
    show: (people) => {
      show({ people });
      show([[1, 2]], { title: "Second" });
    },
  });
  expect(host.shown).toHaveLength(1);
  const { html, text } = host.shown[0]!;
  expect(html).toMatch(
    /^<details data-needs="ml-100k" class="mathjax_ignore"><summary>The &#60;tutorial&#39;s&#62; numbers<\/summary>\n/,
  );
  expect(html).toMatch(/944[\s\S]*<b>Second<\/b>[\s\S]*<\/details>$/);
  expect(html).not.toContain(" open");
  const [first, ...rows] = text.split("\n");
  expect(first).toBe(title);
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows) expect(row).toMatch(/^ {2}/);
});

test("without the data set nothing is computed, and one line says how to get it", () => {
  folded(title, {
    needs: "ml-100k",
    data: undefined,
    show: () => {
      throw new Error("called without data");
    },
  });
  const { html, text } = host.shown[0]!;
  expect(html).toContain('<details data-missing="ml-100k"');
  expect(html).toContain("<code>npm run data -- ml-100k</code>");
  expect(text.split("\n")).toHaveLength(2);
  expect(text).toContain("`npm run data -- ml-100k`");
});

test.each([
  ["duckdb", "Computed by DuckDB", "npm run duckdb"],
  ["spark", "Computed by Spark", "npm run spark -- start"],
])("without %s, the part says why, and which command brings it", (needs, computed, command) => {
  const reason = new Error("it is <off>\nRequire stack: …");
  folded(title, { needs, data: reason, open: true, show: () => expect.unreachable() });
  const { html, text } = host.shown[0]!;
  expect(html).toMatch(new RegExp(`^<details data-missing="${needs}" class="mathjax_ignore" open>`));
  expect(html).toContain(`${computed}, which is not at hand here (it is &#60;off&#62;).`);
  expect(html).toContain(`<code>${command}</code>`);
  expect(text).not.toContain("Require stack");
});

test("without an engine, the part shows what it was published with", () => {
  host = useFakeHost({ storedParts: { "On Spark": "<table>0.8324</table>" } });
  const part = { needs: "spark", show: () => show({ fresh: 1 }) };
  folded("On Spark", { ...part, data: new Error("no server") });
  folded("Elsewhere", { ...part, data: undefined });
  folded("On Spark", { ...part, data: 1 });
  const [stored, unknown, computed] = host.shown.map(({ html }) => html);
  expect(stored).toMatch(
    /<code>npm run spark -- start<\/code>[\s\S]*<p>The published notebook[\s\S]*:<\/p>\n<table>0\.8324<\/table>\n<\/details>$/,
  );
  expect(stored).toContain('data-missing="spark"');
  expect(host.shown[0]?.text).toMatch(/The published notebook shows what it gave/);
  for (const other of [unknown, computed]) expect(other).not.toContain("published notebook");
});

test("records inside are kept, and the next output is on the page again", () => {
  folded(title, { needs: "ml-100k", data: 1, show: (value) => record("inside", value) });
  show({ after: 1 });
  expect(host.lines).toEqual(['{"name":"inside","value":1}']);
  expect(host.shown).toHaveLength(2);
});

test("an error inside is thrown, and the next output is on the page", () => {
  const options = { needs: "ml-100k", data: 1, show: () => plot({ data: [], layout: {} }) };
  expect(() => folded(title, options)).toThrow("folded shows tables; draw the figure in a cell of its own");
  show({ after: 1 });
  expect(host.shown).toHaveLength(1);
  expect(host.figures).toEqual([]);
});
