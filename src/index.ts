export * from "./browser.js";
export { fileSource } from "./node/file-source.js";
export { type Dataset, type LoadDatasetOptions, loadDataset } from "./node/load-dataset.js";
export { type LoadRatingsOptions, loadRatings } from "./node/load-ratings.js";
export { loadModel, saveModel } from "./node/save-model.js";
