import { isRequired } from "../../../scripts/lib/required.mjs";
import { hasClientPackages } from "../../../scripts/spark/client-package.mjs";
import { javaTrouble } from "../../../scripts/spark/java.mjs";
import { sparkHome } from "../../../scripts/spark/server-package.mjs";

/**
 * Why tests that need Spark are skipped, undefined where they run.
 * @throws where REELBOOK_REQUIRE names spark in vain
 */
export function lacksSpark(): string | undefined {
  const reason = missingServer();
  if (reason && isRequired("spark")) throw new Error(`REELBOOK_REQUIRE names spark. ${reason}`);
  return reason;
}

function missingServer(): string | undefined {
  if (!hasClientPackages()) return "Run npm run spark -- install.";
  if (!sparkHome()) return "Run npm run spark -- install --server.";
  return javaTrouble();
}
