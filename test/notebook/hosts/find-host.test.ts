import { afterEach, expect, test, vi } from "vitest";
import { findHost } from "../../../src/notebook/hosts/find-host.js";
import { NodeHost } from "../../../src/notebook/hosts/node-host.js";
import { TslabHost } from "../../../src/notebook/hosts/tslab-host.js";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test("finds plain Node, or the tslab kernel with the parameters of its process", () => {
  expect(findHost()).toBeInstanceOf(NodeHost);
  vi.stubGlobal("__tslab__", { require: () => ({}) });
  vi.stubEnv("REELBOOK_PARAMETERS", '{"count":3}');
  expect(findHost()).toBeInstanceOf(TslabHost);
  expect(findHost().parameters).toBe('{"count":3}');
});
