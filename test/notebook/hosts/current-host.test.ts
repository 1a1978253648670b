import { afterEach, expect, test, vi } from "vitest";
import { currentHost, useHost } from "../../../src/notebook/hosts/current-host.js";
import { NodeHost } from "../../../src/notebook/hosts/node-host.js";
import { FakeHost } from "./fake-host.js";

afterEach(() => {
  vi.unstubAllGlobals();
  useHost();
});

test("currentHost finds one host and keeps to it, though a kernel appears later", () => {
  const host = currentHost();
  expect(host).toBeInstanceOf(NodeHost);
  vi.stubGlobal("__tslab__", { require: () => ({}) });
  expect(currentHost()).toBe(host);
  useHost();
  expect(currentHost()).not.toBe(host);
});

test("useHost puts a host in its place until it is called without one", () => {
  const fake = new FakeHost();
  useHost(fake);
  expect(currentHost()).toBe(fake);
  useHost();
  expect(currentHost()).toBeInstanceOf(NodeHost);
});
