import { expect, test } from "vitest";
import { checkNode } from "../../scripts/lib/program.mjs";
import { root, runNode } from "./scratch-course.js";

const scripts = ["start", "build", "test", "run-notebooks", "publish-notebooks"];

test.each(scripts)("%s --help says what the script does", (script) => {
  const { code, printed } = runNode(root, [`scripts/${script}.mjs`, "--help"]);
  expect(code).toBe(0);
  expect(printed).toContain("npm ");
  expect(printed).toContain("--help");
});

test.each(scripts)("%s refuses an option it does not know, in one sentence", (script) => {
  const { code, printed } = runNode(root, [`scripts/${script}.mjs`, "--chekc"]);
  expect(code).toBe(1);
  expect(printed).toBe("Unknown option '--chekc'; --help lists what there is.\n");
});

test("an old Node is refused with the version that is needed", () => {
  expect(() => checkNode("18.19.1")).toThrow("Node 18.19.1 is too old; install Node 20 or newer");
  expect(() => checkNode("20.0.0")).not.toThrow();
});
