import { afterEach, beforeEach, vi } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

/** What bars show in each test of a file, in which time passes only when the test says so. */
export interface ShownProgress {
  readonly host: FakeHost;
  /** The texts of all updates. */
  updates(): string[];
  /** The texts that remain at the end of a bar. */
  ends(): string[];
}

/** Gives each test of a file a fake host and a stopped clock. */
export function shownProgress(): ShownProgress {
  let host: FakeHost;
  beforeEach(() => {
    host = useFakeHost();
    vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
    useHost();
  });
  return {
    get host() {
      return host;
    },
    updates: () => host.updates.map(({ text }) => text),
    ends: () => host.ends.map(({ text }) => text),
  };
}
