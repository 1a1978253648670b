import { expect, test } from "vitest";
import { PEER_NAMES } from "../../src/settings/peer-names.js";

test.each([
  ["nfactors", ["factors"]],
  ["k", ["neighbors", "keep"]],
  ["nepochs", ["iterations", "trees"]],
  ["regpu", ["regularization"]],
])("%s is called %j here", (peer, ours) => {
  expect(PEER_NAMES[peer]).toEqual(ours);
});

test("no name of a peer is listed twice, where the last would win", async () => {
  const { readFile } = await import("node:fs/promises");
  const source = await readFile(new URL("../../src/settings/peer-names.ts", import.meta.url), "utf8");
  const peers = [...source.matchAll(/named\(\[([^\]]*)\]/g)].flatMap(([, list]) => list!.match(/\w+/g) ?? []);
  expect(peers.length).toBe(Object.keys(PEER_NAMES).length);
});
