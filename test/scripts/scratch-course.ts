import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder that lives as long as the test, with these files in it. */
export function scratchFolder(files: Record<string, string> = {}, parent = tmpdir()): string {
  mkdirSync(parent, { recursive: true });
  const folder = realpathSync(mkdtempSync(join(parent, "reelbook-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A folder inside the repository, where notebooks can import the library. */
export function notebookFolder(files: Record<string, string>): string {
  return scratchFolder(files, join(root, ".reelbook"));
}

/** A folder with the real scripts and nothing else of the course but these files. */
export function scratchCourse(files: Record<string, string> = {}): string {
  const folder = scratchFolder(files);
  cpSync(join(root, "scripts"), join(folder, "scripts"), { recursive: true });
  return folder;
}

/** A folder for PATH that holds one program, written as a shell script. */
export function fakeProgram(name: string, script: string): string {
  const folder = scratchFolder({ [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

/** Runs Node in a folder, as a reader would, and returns all it prints with its exit code. */
export function runNode(folder: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { code: status, printed: `${stdout}${stderr}` };
}
