import { offerWasm, setBackend } from "../src/kernels/backend.js";
import { startWasm } from "../src/node/start-wasm.js";
import { settingAdvice } from "../src/settings/setting-advice.js";
import { useSettingAdvice } from "../src/settings/unknown-setting.js";

// Files that share a process start with what the entry point of Node sets: advice on unknown
// settings, and the backend "wasm" with threads, but for REELBOOK_BACKEND=plain.
useSettingAdvice(settingAdvice);
offerWasm(startWasm, "plain");
setBackend(process.env.REELBOOK_BACKEND === "plain" ? "plain" : "wasm");
