import { setBackend } from "../src/node/backend.js";

// Files that share a process start with the same backend: "wasm", but for REELBOOK_BACKEND=plain.
setBackend(process.env.REELBOOK_BACKEND === "plain" ? "plain" : "wasm");
