import { setBackend } from "reelbook";

const { BENCH_THREADS, REELBOOK_BACKEND } = process.env;
if (REELBOOK_BACKEND !== "plain") setBackend("wasm", { threads: Number(BENCH_THREADS || "1") });
