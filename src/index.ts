export * from "./browser.js";
export { type Arrow, type ArrowsOptions, arrows } from "./charts/likeness/arrows.js";
export { type FactorStep, factorSteps } from "./charts/likeness/factor-steps.js";
export {
  type FactorTableOptions,
  factorTable,
  type NamedFactors,
} from "./charts/likeness/factor-table.js";
export {
  type GroupPanel,
  type GroupPanelsOptions,
  groupPanels,
  type PanelPoint,
} from "./charts/likeness/group-panels.js";
export {
  type PeopleOnAPlaneOptions,
  type PersonOnAPlane,
  peopleOnAPlane,
} from "./charts/likeness/people-on-a-plane.js";
export {
  type SimulateClicksOptions,
  type SimulatedClicks,
  simulateClicks,
} from "./evaluation/experiments/simulate-clicks.js";
export { backend, setBackend } from "./node/backend.js";
export { fileSource } from "./node/file-source.js";
export { loadDataset } from "./node/load-dataset.js";
export { loadOwnRatings } from "./node/load-own-ratings.js";
export { loadModel, saveModel } from "./node/save-model.js";
export type { FileFormat } from "./node/tables/file-rows.js";
export { type LoadInteractionsOptions, loadInteractions } from "./node/tables/load-interactions.js";
export { type LoadRatingsOptions, loadRatings } from "./node/tables/load-ratings.js";
export { type SaveVectorsOptions, saveVectors } from "./node/tables/save-vectors.js";
export { type TuneOptions, tune } from "./node/tune.js";
export { type CheckOptions, check } from "./notebook/check.js";
export { checksum } from "./notebook/checksum.js";
export { claim } from "./notebook/claim.js";
export type { Control } from "./notebook/controls/control.js";
export { type FoldedOptions, folded } from "./notebook/folded.js";
export { guess } from "./notebook/guess.js";
export { type NamesInOptions, namesIn } from "./notebook/names-in.js";
export { parameters } from "./notebook/parameters.js";
export { plot } from "./notebook/plot.js";
export { type ProgressOptions, progress } from "./notebook/progress.js";
export type { ProgressBar } from "./notebook/progress-bar.js";
export { record } from "./notebook/record.js";
export { reveal } from "./notebook/reveal.js";
export { type ShowOptions, show } from "./notebook/show.js";
export { showSolved } from "./notebook/show-solved.js";
export { simulatedCsv } from "./ratings/simulation/simulated-csv.js";
export {
  type SimulatedRating,
  type SimulatorSettings,
  simulatedRows,
} from "./ratings/simulation/simulated-rows.js";
export { simulateRatings } from "./ratings/simulation/simulator.js";
export {} from "./settings/give-setting-advice.js";
