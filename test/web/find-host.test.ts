import { expect, test } from "vitest";
import { findHost } from "../../src/web/find-host.js";

test("a page without a host gets a sentence", () => {
  expect(() => findHost()).toThrow("call useHost(host) first");
});
