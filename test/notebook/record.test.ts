import { afterEach, describe, expect, test } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { record } from "../../src/notebook/record.js";
import { FakeHost, useFakeHost } from "./hosts/fake-host.js";

afterEach(() => useHost());

describe("record", () => {
  test("writes one line of JSON and returns the value itself", () => {
    const host = useFakeHost({ recording: true });
    const value = { means: Float64Array.of(3.5, Number.NaN), of: new Map([["Heat", 1]]) };
    expect(record("a named result", value)).toBe(value);
    expect(host.lines).toEqual(['{"name":"a named result","value":{"means":[3.5,null],"of":{"Heat":1}}}']);
  });

  test("rejects a name used twice while records are collected", () => {
    useFakeHost({ recording: true });
    record("twice", 1);
    expect(() => record("twice", 2)).toThrow('record "twice" was already written in this run');
  });

  test("lets a cell be run again while nobody collects records", () => {
    useFakeHost();
    record("again", 1);
    expect(record("again", 2)).toBe(2);
  });

  test.each([
    [undefined, 'record "odd" is undefined'],
    [10n, 'record "odd" is 10'],
    [{ best: [() => 1] }, 'record "odd".best[0] is () => 1'],
    [[Infinity], 'record "odd"[0] is Infinity'],
    [{ a: new FakeHost() }, 'record "odd".a is a FakeHost'],
  ])("rejects %s, which JSON cannot represent", (value, message) => {
    useFakeHost({ recording: true });
    expect(() => record("odd", value)).toThrow(`${message}, which JSON cannot represent`);
  });

  test("rejects a value that contains itself", () => {
    useFakeHost();
    const loop: { inner?: object } = {};
    loop.inner = loop;
    expect(() => record("loop", loop)).toThrow('record "loop".inner is an object that contains itself');
  });

  test("takes a value that stands in two places", () => {
    const host = useFakeHost({ recording: true });
    const twice = { a: 1 };
    record("shared", [twice, twice]);
    expect(host.lines).toEqual(['{"name":"shared","value":[{"a":1},{"a":1}]}']);
  });
});
