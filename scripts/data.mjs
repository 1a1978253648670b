import { dataCommand } from "./data/command.mjs";
import { program } from "./lib/program.mjs";

await program(import.meta.url, dataCommand());
