import { program, Stop } from "./lib/program.mjs";
import { setUpClient } from "./spark/client-package.mjs";
import { writeDescriptors } from "./spark/connect-descriptors.mjs";
import { startServer, stopServer } from "./spark/connect-server.mjs";
import { checkJava } from "./spark/java.mjs";
import { setUpServer } from "./spark/server-package.mjs";
import { forgetServer, knownServer, rememberServer } from "./spark/server-record.mjs";

const USAGE = `A Spark Connect server on this machine, and packages/spark, its client.

  npm run spark -- start [options]   install what is missing, start a server, and print its address
  npm run spark -- stop              end that server
  npm run spark -- install           only install and build packages/spark (25 MB)
  npm run spark -- descriptors       write the message definitions again, from the installed Spark

  --port N        port of the server on 127.0.0.1; by default a free one
  --memory SIZE   memory of the server; by default 1g
  --cores N       cores that it uses; by default 2
  --server        with install: Spark too (a download of 460 MB, 500 MB on disk, in .venv-spark)
  --help          this text

Spark needs Java 17 or newer. The address is also in .reelbook/spark-server.json.`;

/** @param {import("./spark/connect-server.mjs").ServerOptions} options */
async function start(options) {
  const running = knownServer();
  if (running)
    return console.log(`A server runs already at ${running.address}; npm run spark -- stop ends it.`);
  checkJava();
  await setUpClient();
  await setUpServer();
  const server = await startServer({ ...options, survives: true });
  rememberServer(server);
  console.log(`Spark Connect is ready at ${server.address}; npm run spark -- stop ends it.`);
}

async function stop() {
  const server = knownServer();
  if (!server) return console.log("No server runs that npm run spark started.");
  await stopServer(server);
  forgetServer();
  console.log(`The server at ${server.address} has ended.`);
}

await program(import.meta.url, {
  usage: USAGE,
  options: {
    port: { type: "string" },
    memory: { type: "string" },
    cores: { type: "string" },
    server: { type: "boolean" },
  },
  takesNames: true,
  async main({ port = "0", memory = "1g", cores = "2", server }, [command, ...others]) {
    if (others.length > 0) throw new Stop(`"${others[0]}" is one word too many; --help lists what there is.`);
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      throw new Stop(`--port ${port} is not a port; give one of 1 to 65535.`);
    }
    if (!/^[1-9]\d*[kmg]$/i.test(memory))
      throw new Stop(`--memory ${memory} is no size; give one like 1g or 512m.`);
    if (!/^[1-9]\d*$/.test(cores)) throw new Stop(`--cores ${cores} is no number of cores; give one like 2.`);
    if (command === "start") return start({ port: Number(port), memory, cores: Number(cores) });
    if (command === "stop") return stop();
    if (command === "descriptors") return writeDescriptors();
    if (command !== "install") {
      throw new Stop(
        `${command ? `"${command}" is not a command` : "A command is missing"}; give start, stop or install.`,
      );
    }
    await setUpClient();
    if (server) await setUpServer();
  },
});
