import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";

/** JupyterLab as `npm start` opens it, with the settings of a new reader. */
export interface Lab {
  readonly port: number;
  readonly token: string;
  /** The process that this started. */
  readonly pid: number;
  /** The address of a file of the repository, opened in Lab without the tabs of before. */
  page(path: string): string;
  /** Presses Ctrl-C and waits for the end; gives the exit code. */
  end(): Promise<number | null>;
}

/** So that the notebooks stay as they are, and all cells are in the page to be counted. */
const settings = {
  "docmanager-extension/plugin": { autosave: false },
  "notebook-extension/tracker": { windowingMode: "none" },
};

/** Starts Lab by start.mjs itself, or as a reader does by npm, whose process id is then `pid`. */
export async function startLab({ byNpm = false } = {}): Promise<Lab> {
  const port = await freePort();
  const config = mkdtempSync(join(tmpdir(), "reelbook-lab-"));
  for (const [name, setting] of Object.entries(settings)) {
    const file = join(config, "lab/user-settings/@jupyterlab", `${name}.jupyterlab-settings`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(setting));
  }
  // Tests write notebooks into the scratch folder, which is hidden.
  const server = { ContentsManager: { allow_hidden: true } };
  writeFileSync(join(config, "jupyter_server_config.json"), JSON.stringify(server));
  const options = ["--no-browser", "--port", String(port)];
  const [command, ...args] = byNpm ? ["npm", "start", "--"] : [process.execPath, "scripts/start.mjs"];
  const start = spawn(command, [...args, ...options], {
    cwd: root,
    env: { ...process.env, JUPYTER_CONFIG_DIR: config },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(start, "exit") as Promise<[number | null]>;
  ended.then(() => rmSync(config, { recursive: true, force: true }));
  const token = await printedToken(start);
  return {
    port,
    token,
    pid: start.pid!,
    page: (path) => `http://127.0.0.1:${port}/lab/tree/${path}?token=${token}&reset`,
    async end() {
      start.kill("SIGINT");
      const [code] = await ended;
      return code;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Waits for the line that `npm start` prints when the course is open. */
async function printedToken({ stdout }: ChildProcess): Promise<string> {
  let printed = "";
  for await (const text of stdout!.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    printed += text;
    const token = /^The course is open at http:\S+\?token=(\w+)$/m.exec(printed)?.[1];
    if (token) return token;
  }
  throw new Error(`npm start ended early; it printed:\n${printed}`);
}
