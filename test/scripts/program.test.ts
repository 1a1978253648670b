import { expect, test } from "vitest";
import { checkNode } from "../../scripts/lib/program.mjs";
import { root, runNode, scratchCourse } from "./scratch-course.js";

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

test("a disk that takes no more is a sentence, and any other error shows its stack", () => {
  const course = scratchCourse({
    "fail.mjs": `import { program } from "./scripts/lib/program.mjs";
      const options = { code: { type: "string" } };
      const main = ({ code }) => { throw Object.assign(new Error("x"), { code, syscall: "mkdir", path: "/here" }); };
      await program(import.meta.url, { usage: "", options, main });`,
  });
  expect(runNode(course, ["fail.mjs", "--code", "EROFS"])).toEqual({
    code: 1,
    printed:
      "/here may not be written (EROFS); change that, or copy the course to a folder that you may write.\n",
  });
  expect(runNode(course, ["fail.mjs", "--code", "EIO"]).printed).toContain("at main");
});

test("an old Node is refused with the version that is needed", () => {
  expect(() => checkNode("18.19.1")).toThrow("Node 18.19.1 is too old; install Node 20 or newer");
  expect(() => checkNode("20.0.0")).not.toThrow();
});
