import { MessageChannel } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import { Calls, type Port } from "../../../lab/kernel/calls.js";

interface Side {
  double(value: number): number;
  refuse(): never;
  note(text: string): void;
  never(): Promise<never>;
}

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** Both ends of a channel, with the same offers at one of them. */
function connected() {
  const channel = new MessageChannel();
  channels.push(channel);
  const note = vi.fn();
  const offers: Side = {
    double: (value) => 2 * value,
    refuse: () => {
      throw new RangeError("no");
    },
    note,
    never: () => new Promise(() => {}),
  };
  new Calls(channel.port2 as unknown as Port, offers);
  channel.port1.start();
  channel.port2.start();
  return { calls: new Calls<Side>(channel.port1 as unknown as Port, {}), note };
}

test("gives each answer to its own question, and errors as errors", async () => {
  const { calls } = connected();
  const all = Promise.all([calls.ask("double", 2), calls.ask("double", 5)]);
  await expect(calls.ask("refuse")).rejects.toThrow("no");
  expect(await all).toEqual([4, 10]);
});

test("tells without an answer", async () => {
  const { calls, note } = connected();
  calls.tell("note", "hello");
  await vi.waitFor(() => expect(note).toHaveBeenCalledWith("hello"));
});

test("when it closes, what waits fails, and so does what comes later", async () => {
  const { calls } = connected();
  const waiting = calls.ask("never");
  calls.close(new Error("the worker has ended"));
  await expect(waiting).rejects.toThrow("the worker has ended");
  await expect(calls.ask("double", 1)).rejects.toThrow("the worker has ended");
});
