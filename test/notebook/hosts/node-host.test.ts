import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { figure } from "../../../src/charts/parts/figure.js";
import { NodeHost } from "../../../src/notebook/hosts/node-host.js";

let printed: string;
beforeEach(() => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const { isTTY } = process.stdout;
afterEach(() => asTerminal(isTTY));

function asTerminal(value: boolean) {
  Object.defineProperty(process.stdout, "isTTY", { value, configurable: true });
}

describe("plain Node", () => {
  test("prints the text of what is shown", () => {
    new NodeHost().show({ html: "<b>5</b>", text: "5" });
    expect(printed).toBe("5\n");
  });

  test("prints a figure as one line with its title and size", () => {
    const bars = figure([{ type: "bar", x: [1, 2, 3], y: [4, 5, 6] }], {
      title: "Bars &#38; more",
      subtitle: "three",
      x: "x",
      y: "y",
    });
    new NodeHost().plot(bars);
    expect(printed).toBe("[figure] Bars & more three (3 points; drawn in a notebook)\n");
  });

  test("prints nothing for a form", () => {
    new NodeHost().form({ version: 1, values: {}, controls: {}, fixed: [] });
    expect(printed).toBe("");
  });

  test("prints only the end of a display into a file", () => {
    asTerminal(false);
    const display = new NodeHost().display();
    display.update({ html: "", text: "half" });
    display.end({ html: "", text: "done" });
    expect(printed).toBe("done\n");
  });

  test("rewrites one line of a terminal", () => {
    asTerminal(true);
    const display = new NodeHost().display();
    display.update({ html: "", text: "half" });
    display.end({ html: "", text: "done" });
    expect(printed).toBe("\r\x1b[Khalf\r\x1b[Kdone\n");
  });

  test("reads parameters and writes records where the environment says", () => {
    const path = join(mkdtempSync(join(tmpdir(), "reelbook-")), "records.jsonl");
    const host = new NodeHost();
    vi.stubEnv("REELBOOK_PARAMETERS", "");
    vi.stubEnv("REELBOOK_RECORDS", "");
    expect(host.parameters).toBeUndefined();
    expect(host.writeRecord).toBeUndefined();
    vi.stubEnv("REELBOOK_PARAMETERS", '{"count":3}');
    vi.stubEnv("REELBOOK_RECORDS", path);
    expect(host.parameters).toBe('{"count":3}');
    host.writeRecord?.("one");
    host.writeRecord?.("two");
    expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
  });

  test("reads exercises beside the notebook, and keeps beside them what is solved", () => {
    const course = realpathSync(mkdtempSync(join(tmpdir(), "reelbook-")));
    mkdirSync(join(course, "exercises"));
    writeFileSync(join(course, "exercises", "02-popularity.json"), "{}");
    vi.spyOn(process, "cwd").mockReturnValue(course);
    const host = new NodeHost();
    expect(host.exercises).toEqual({ "02-popularity": "{}" });
    host.solved?.write("one");
    expect(readFileSync(join(course, ".reelbook", "solved.json"), "utf8")).toBe("one");
    expect(new NodeHost().solved?.read()).toBe("one");
    vi.mocked(process.cwd).mockReturnValue("/");
    expect([host.exercises, host.solved]).toEqual([{}, undefined]);
  });
});
