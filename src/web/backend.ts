import { offerWasm } from "../kernels/backend.js";
import { startWasmOn } from "../kernels/wasm/wasm-backend.js";

offerWasm((options) => startWasmOn({ threads: 1 }, options));

export { backend, setBackend } from "../kernels/backend.js";
