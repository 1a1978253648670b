import { expect, test } from "vitest";
import { nextTurn } from "../../src/task/next-turn.js";

test("waiting timers run before it goes on", async () => {
  const order: string[] = [];
  setTimeout(() => order.push("timer"), 0);
  await nextTurn();
  order.push("after");
  expect(order).toEqual(["timer", "after"]);
});
