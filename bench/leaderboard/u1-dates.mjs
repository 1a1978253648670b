import { MYFM, u1 } from "./u1.mjs";
import { machines, OTHERS, withDates } from "./with-dates.mjs";

/** @type {import("./tables.mjs").Table} */
export const u1Dates = withDates(u1, "u1-dates", {
  on: "u1",
  rows: [
    { name: "myFM, regression", published: { rmse: 0.8833 }, note: MYFM },
    { name: "myFM, ordered probit", published: { rmse: 0.8808 }, note: MYFM },
    ...machines("users and movies", "FactorizationMachine, 200 sweeps"),
    {
      name: "Blend with dates and facts",
      model: "Blend",
      of: ["FactorizationMachine, 200 sweeps", "FactorizationMachine, dates and facts", ...OTHERS],
      settings: { folds: 3 },
      goals: { rmse: 0.88 },
      note: "both machines as above; weights of 0 or more by least squares for out-of-fold predictions of the train part, in three folds to save time",
    },
  ],
});
