export * from "./browser.js";
export { backend, setBackend } from "./web/backend.js";
