import { afterEach, describe, expect, test, vi } from "vitest";
import { currentHost, useHost } from "../../../src/notebook/hosts/current-host.js";
import { FORM_MIME_TYPE } from "../../../src/notebook/hosts/form.js";
import { NodeHost } from "../../../src/notebook/hosts/node-host.js";
import { TslabHost } from "../../../src/notebook/hosts/tslab-host.js";

afterEach(() => {
  vi.unstubAllGlobals();
  useHost();
});

/** What tslab puts in the global scope of its kernel, keeping what is displayed. */
function stubKernel() {
  const outputs: unknown[] = [];
  const display = (id: number) => ({
    html: (html: string) => outputs.push([id, "text/html", html]),
    raw: (mimeType: string, content: unknown) => outputs.push([id, mimeType, content]),
  });
  let displays = 0;
  const tslab = { display: display(0), newDisplay: () => display(++displays) };
  vi.stubGlobal("__tslab__", { require: (name: string) => (name === "tslab" ? tslab : undefined) });
  return outputs;
}

describe("the tslab kernel", () => {
  test("is the host where a kernel runs, and plain Node where none does", () => {
    expect(currentHost()).toBeInstanceOf(NodeHost);
    expect(currentHost()).not.toBeInstanceOf(TslabHost);
    stubKernel();
    useHost();
    expect(currentHost()).toBeInstanceOf(TslabHost);
  });

  test("shows HTML and figures by their MIME types", () => {
    const outputs = stubKernel();
    const host = TslabHost.find(new NodeHost());
    host?.show({ html: "<b>5</b>", text: "5" });
    host?.plot({ data: [], layout: {} });
    expect(outputs).toEqual([
      [0, "text/html", "<b>5</b>"],
      [0, "application/vnd.plotly.v1+json", { data: [], layout: {} }],
    ]);
  });

  test("takes parameters and records from outside", () => {
    stubKernel();
    const writeRecord = vi.fn();
    const host = TslabHost.find({ parameters: '{"count":3}', writeRecord });
    expect(host?.parameters).toBe('{"count":3}');
    expect([host?.exercises, host?.solved]).toEqual([{}, undefined]);
    host?.writeRecord?.("one");
    expect(writeRecord).toHaveBeenCalledWith("one");
  });

  test("takes exercises, and what is solved, from outside", () => {
    stubKernel();
    const outside = { exercises: { "02-popularity": "{}" }, solved: { read: () => "one", write: () => {} } };
    const host = TslabHost.find({ parameters: undefined, writeRecord: undefined, ...outside });
    expect(host?.exercises).toBe(outside.exercises);
    expect(host?.solved?.read()).toBe("one");
  });

  test("sends a form by its MIME type, without lone surrogates", () => {
    const outputs = stubKernel();
    const form = {
      version: 1,
      values: { movie: "half \ud83d" },
      controls: { movie: { kind: "title" } },
      fixed: [],
    } as const;
    TslabHost.find(new NodeHost())?.form(form);
    expect(outputs).toEqual([[0, FORM_MIME_TYPE, { ...form, values: { movie: "half \ufffd" } }]]);
  });

  test("updates one display in place", () => {
    const outputs = stubKernel();
    const display = TslabHost.find(new NodeHost())?.display();
    display?.update({ html: "half", text: "" });
    display?.end({ html: "done", text: "" });
    expect(outputs).toEqual([
      [1, "text/html", "half"],
      [1, "text/html", "done"],
    ]);
  });

  test("sends no lone surrogate, which nbformat could not save", () => {
    const outputs = stubKernel();
    const host = TslabHost.find(new NodeHost());
    host?.show({ html: "half \ud83d", text: "" });
    host?.plot({ data: [{ type: "bar", text: ["half \ud83d"] }], layout: { title: { text: "\ude00" } } });
    host?.display().end({ html: "half \ud83d", text: "" });
    expect(outputs).toEqual([
      [0, "text/html", "half \ufffd"],
      [
        0,
        "application/vnd.plotly.v1+json",
        { data: [{ type: "bar", text: ["half \ufffd"] }], layout: { title: { text: "\ufffd" } } },
      ],
      [1, "text/html", "half \ufffd"],
    ]);
  });
});
