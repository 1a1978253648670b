import { TREES } from "../settings/grids.mjs";
import { tutorialD } from "./tutorial-d.mjs";
import { machines, withDates } from "./with-dates.mjs";

/** @type {import("./tables.mjs").Table} */
export const tutorialDDates = withDates(tutorialD, "tutorial-d-dates", {
  on: "a fifth of ml-latest-small",
  about:
    "Nothing is known of these users; of movies it is years, genres and all tags. Tags are by users at any time, also by test users about movies of their test ratings.",
  rows: [
    ...machines("movies", "FactorizationMachine"),
    {
      name: "Hybrid with dates and facts",
      model: "Hybrid",
      of: ["FactorizationMachine", "FactorizationMachine, dates and facts", "SvdPlusPlus", "ItemKnn"],
      settings: { trees: { ...TREES, depth: 6, minRows: 20 } },
      goals: { rmse: 0.784 },
      note: "as the hybrid with FactorizationMachine of the other table, and with the machine with dates and facts",
    },
  ],
});
