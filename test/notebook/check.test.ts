import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../src/notebook/check.js";
import { checksum } from "../../src/notebook/checksum.js";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { exerciseOf } from "./exercises/exercise-of.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

let host: FakeHost;
beforeEach(() => {
  host = useFakeHost({ recording: true });
});
afterEach(() => useHost());
const said = () => host.shown.at(-1)?.text;

describe("check", () => {
  test("says right for the answer whose checksum it knows, and records so", () => {
    check("exercise 1", { votes: 329 }, { checksum: checksum({ votes: 329 }), hint: "count" });
    expect(said()).toBe("✓ exercise 1: right");
    expect(host.lines).toEqual(['{"check":"exercise 1","right":true}']);
  });

  test("says not yet and gives the hint for another answer, and records so", () => {
    check("exercise 1", 328, { checksum: checksum(329), hint: "count again" });
    expect(said()).toBe("○ exercise 1: not yet: count again");
    expect(host.lines).toEqual(['{"check":"exercise 1","right":false}']);
  });

  test("judges by a rule", () => {
    check("rule", 4, { rule: (answer) => answer % 2 === 0, hint: "even" });
    expect(said()).toBe("✓ rule: right");
    check("rule", 3, { rule: (answer) => answer % 2 === 0, hint: "even" });
    expect(said()).toBe("○ rule: not yet: even");
  });

  test("counts a rule that gives anything but true as not right", () => {
    check("rule", 4, { rule: () => 4 as never, hint: "even" });
    expect(said()).toBe("○ rule: not yet: even");
  });

  test("counts a rule that throws as not right, and says what it threw", () => {
    check("rule", 3, {
      rule: () => {
        throw new Error("no such movie");
      },
      hint: "a title",
    });
    expect(said()).toBe("○ rule: not yet (no such movie): a title");
  });

  test("counts an answer that has no checksum as not right", () => {
    check("odd", () => 1, { checksum: "00000000", hint: "a number" });
    expect(said()).toMatch(/^○ odd: not yet \(answer is .* JSON cannot represent.*\): a number$/);
  });

  test.each([undefined, null, Number.NaN, "", [], "?"])("says that %j is not answered yet", (answer) => {
    check("exercise", answer, { rule: () => true, hint: "look above" });
    expect(said()).toBe("○ exercise: not answered yet: look above");
    expect(host.lines).toEqual(['{"check":"exercise","right":false}']);
  });

  test("shows HTML in the name and the hint as text", () => {
    check("<b>1</b>", 1, { rule: () => false, hint: "<img>" });
    expect(host.shown[0]?.html).not.toMatch(/<b>|<img>/);
  });

  test("rejects an exercise that does not know its answer", () => {
    expect(() => check("exercise", 1, { hint: "none" })).toThrow(
      'check "exercise" needs either a checksum or a rule',
    );
  });
});

describe("check with a file of exercises", () => {
  const exercises = {
    "97-tiny": JSON.stringify({
      "97.1": exerciseOf({ kind: "number", answer: 329 }),
      "97.2": exerciseOf({ kind: "number", answer: 0.30146 }),
    }),
  };
  beforeEach(() => {
    host = useFakeHost({ recording: true, exercises });
  });

  test("says only that an untouched answer is not answered yet, and records so", () => {
    check("97.1", Number.NaN);
    expect(said()).toBe("○ 97.1: not answered yet");
    expect(host.lines).toEqual(['{"check":"97.1","right":false}']);
  });

  test("gives a hint for each different wrong answer, and at the third the solution", () => {
    const hintsAfter = (answer: unknown) => {
      check("97.1", answer);
      return said()?.split("\n").length;
    };
    expect(["329", 300, 300, 310, 320, Number.NaN].map(hintsAfter)).toEqual([1, 2, 2, 3, 6, 1]);
  });

  test("explains the right answer, and records so", () => {
    check("97.2", 0.301);
    expect(said()).toMatch(/^✓ 97\.2: right: with more digits 0\.30146\nThat is many\.\nSolution:/);
    expect(host.lines).toEqual(['{"check":"97.2","right":true}']);
  });

  test("keeps that an exercise is solved", () => {
    let text = "";
    const solved = { read: () => text, write: (next: string) => (text = next) };
    useFakeHost({ exercises, solved });
    check("97.1", 328);
    expect(text).toBe("");
    check("97.1", 329);
    expect(JSON.parse(text).solved).toContain("97.1");
  });

  test("an exercise that is in no file is an error", () => {
    expect(() => check("97.3", 1)).toThrow('there is no exercise "97.3"');
  });
});
