import { startServer, stopServer } from "../spark/connect-server.mjs";
import { javaTrouble } from "../spark/java.mjs";
import { sparkHome } from "../spark/server-package.mjs";
import { codeCells, textOf } from "./notebook.mjs";

/**
 * Runs a notebook's cells with a Spark server of their own, where the notebook uses Spark, it is
 * installed, and the caller has not named a server in SPARK_REMOTE. The server ends with the run.
 *
 * @template Result
 * @param {import("./notebook.mjs").Notebook} notebook
 * @param {Record<string, string>} parameters of the run; `spark: "false"` needs no server
 * @param {(env: Record<string, string>) => Promise<Result>} work with what its environment needs
 * @returns {Promise<Result>}
 */
export async function withSpark(notebook, parameters, work) {
  const usesSpark = codeCells(notebook).some(({ source }) => textOf(source).includes('"reelbook-spark"'));
  const isAsked = usesSpark && parameters.spark !== "false" && !process.env.SPARK_REMOTE;
  if (!isAsked || !sparkHome() || javaTrouble()) return work({});
  const server = await startServer();
  try {
    return await work({ SPARK_REMOTE: server.address });
  } finally {
    await stopServer(server);
  }
}
