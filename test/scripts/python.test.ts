import { afterEach, describe, expect, test, vi } from "vitest";
import { findPython } from "../../scripts/lib/python.mjs";
import { fakeProgram, root, runNode, scratchFolder } from "./scratch-course.js";

afterEach(() => void vi.unstubAllEnvs());

function onPath(folder: string) {
  vi.stubEnv("PATH", folder);
  vi.stubEnv("REELBOOK_PYTHON", "");
}

describe.skipIf(process.platform === "win32")("findPython", () => {
  test("takes the first Python that is new enough and has venv", () => {
    onPath(`${fakeProgram("python3", "echo 3.9.6 venv")}:${fakeProgram("python3.12", "echo 3.12.1 venv")}`);
    expect(findPython()).toMatchObject({ command: ["python3.12"], version: "3.12.1" });
  });

  test("names an old Python and the cure", () => {
    onPath(fakeProgram("python3", "echo 3.8.10 venv"));
    expect(findPython).toThrow("Python 3.8.10 (python3) is too old; install Python 3.10 or newer");
  });

  test("names the Debian package where the venv module is missing", () => {
    onPath(fakeProgram("python3", "echo 3.11.2 nothing"));
    expect(findPython).toThrow("run: apt install python3-venv (or python3.11-venv)");
  });

  test("says so where there is no Python", () => {
    onPath(scratchFolder());
    expect(findPython).toThrow("No Python was found; install Python 3.10 or newer from python.org");
  });

  test("trusts REELBOOK_PYTHON alone", () => {
    onPath(fakeProgram("python3", "echo 3.12.1 venv"));
    vi.stubEnv("REELBOOK_PYTHON", "/nowhere/python");
    expect(findPython).toThrow("REELBOOK_PYTHON names /nowhere/python, which is no Python that runs");
  });

  test("stops npm start with one sentence", () => {
    const env = { PATH: fakeProgram("python3", "echo 3.8.10 venv"), REELBOOK_PYTHON: "" };
    const { code, printed } = runNode(root, ["scripts/start.mjs", "--check"], env);
    expect(code).toBe(1);
    expect(printed).toMatch(/^Python 3\.8\.10 .* REELBOOK_PYTHON\.\n$/);
  });
});
