import { dataCommand } from "../../../scripts/data/command.mjs";
import { program } from "../../../scripts/lib/program.mjs";

// npm run data with the data sets and the patience of a test.
await program(import.meta.url, dataCommand(JSON.parse(process.env.SMALL_DATA ?? "{}")));
