import { offerWasm } from "../kernels/backend.js";
import { startWasm } from "./start-wasm.js";

offerWasm(startWasm, process.env.REELBOOK_BACKEND);

export { backend, setBackend } from "../kernels/backend.js";
