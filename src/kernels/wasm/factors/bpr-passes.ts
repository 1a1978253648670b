import { areFinite } from "../../dense/are-finite.js";
import { bprPasses } from "../../factors/bpr-passes.js";
import { MemoryPlan } from "../memory-plan.js";
import { numbersOf } from "../numbers-of.js";
import { copyRowsIn, copyRowsOut, paddedWidth } from "../padded-rows.js";
import type { Runtime } from "../runtime.js";

/** Products of all epochs: with fewer, plain TypeScript takes 10 ms. */
const LEAST_PRODUCTS = 500_000;

/** Users of a call: V8 replaces slow code by fast code between calls only. */
const PART = 64;

/** 32-bit words of assembly/bpr-pass.ts. */
const WORDS = 9;

/**
 * {@link bprPasses} in WebAssembly, on one thread, as each pair depends on those before: in double
 * precision the same operations in the same order, so that the same bits come out. In single
 * precision factors are, and are added, in 32 bits. Plain: src/kernels/factors/bpr-passes.ts.
 */
export function bprPassesOn(runtime: Runtime): typeof bprPasses {
  return (rated, itemBiases, { user, item }, rates, schedule) => {
    const { iterations, precision, order, negatives, draw } = schedule;
    const { width } = item;
    const isWorth = runtime.isWorth(negatives.length * width * iterations, LEAST_PRODUCTS);
    const numbers = numbersOf(precision);
    const stride = paddedWidth(width, numbers.unit);
    const userCount = rated.rowCount;
    const itemCount = itemBiases.length;
    const plan = new MemoryPlan();
    const words = plan.int32(WORDS);
    const places = {
      order: plan.int32(userCount),
      starts: plan.int32(rated.starts.length),
      rated: plan.int32(negatives.length),
      negatives: plan.int32(negatives.length),
      itemBiases: numbers.reserve(plan, itemCount),
      users: numbers.reserve(plan, userCount * stride),
      items: numbers.reserve(plan, itemCount * stride),
    };
    const session = isWorth ? runtime.open(plan, { threads: 1 }) : undefined;
    if (!session) return bprPasses(rated, itemBiases, { user, item }, rates, schedule);

    try {
      session.int32(words, WORDS).set([...Object.values(places), width, stride]);
      session.int32(places.starts, rated.starts.length).set(rated.starts);
      session.int32(places.rated, negatives.length).set(rated.indices);
      const orderView = session.int32(places.order, userCount);
      const negativesView = session.int32(places.negatives, negatives.length);
      const biases = numbers.view(session, places.itemBiases, itemCount);
      const users = numbers.view(session, places.users, userCount * stride);
      const items = numbers.view(session, places.items, itemCount * stride);
      biases.set(itemBiases);
      copyRowsIn(user, stride, users);
      copyRowsIn(item, stride, items);

      const kernel = precision === "single" ? "bprPassSingle" : "bprPass";
      const { learningRate, regularization, biased } = rates;
      let diverged = -1;
      for (let done = 0; done < iterations && diverged < 0; done++) {
        draw(done);
        orderView.set(order);
        negativesView.set(negatives);
        for (let from = 0; from < userCount; from += PART) {
          const to = Math.min(from + PART, userCount);
          session.run(kernel, words, from, to, learningRate, regularization, biased);
        }
        if (!areFinite(items)) diverged = done;
      }
      itemBiases.set(biases);
      copyRowsOut(users, stride, user);
      copyRowsOut(items, stride, item);
      return diverged;
    } finally {
      runtime.close(session);
    }
  };
}
