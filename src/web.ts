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
export { type CheckOptions, check } from "./notebook/check.js";
export { checksum } from "./notebook/checksum.js";
export { claim } from "./notebook/claim.js";
export type { Control } from "./notebook/controls/control.js";
export { type FoldedOptions, folded } from "./notebook/folded.js";
export { guess } from "./notebook/guess.js";
export { useHost } from "./notebook/hosts/current-host.js";
export type { Content, Display, Host, KeptText } from "./notebook/hosts/host.js";
export { type Tslab, TslabHost } from "./notebook/hosts/tslab-host.js";
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
export { backend, setBackend } from "./web/backend.js";
export { useFiles } from "./web/current-files.js";
export { fetchedFiles } from "./web/fetched-files.js";
export type { Files } from "./web/files.js";
export { loadDataset } from "./web/load-dataset.js";
export { loadOwnRatings } from "./web/load-own-ratings.js";
export { loadRatings } from "./web/load-ratings.js";
export { loadModel, saveModel } from "./web/save-model.js";
