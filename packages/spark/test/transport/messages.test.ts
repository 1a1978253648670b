import { expect, test } from "vitest";
import { CONNECT_VERSION } from "../../src/transport/connect-descriptors.js";
import { decodeMessage, encodeMessage } from "../../src/transport/messages.js";

test("a message survives encoding", () => {
  const plan = {
    opType: { case: "root", value: { relType: { case: "sql", value: { query: "SELECT 1" } } } },
  };
  const bytes = encodeMessage("ExecutePlanRequest", { sessionId: "s", plan });
  expect(decodeMessage("ExecutePlanRequest", bytes)).toMatchObject({ sessionId: "s", plan });
});

test("the definitions name their version, and an unknown message is an error", () => {
  expect(CONNECT_VERSION).toMatch(/^4\.\d+\.\d+$/);
  expect(() => encodeMessage("NoSuchRequest", {})).toThrow('no message "NoSuchRequest"');
});
