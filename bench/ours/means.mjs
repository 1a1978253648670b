import { MeanRating, Popularity } from "reelbook";
import { loadRatingsFile } from "./load-ratings-file.mjs";

const [file = "", name] = process.argv.slice(2);
const ratings = await loadRatingsFile(file);
const model = name === "Popularity" ? new Popularity() : new MeanRating({ damping: 0 });
const start = performance.now();
const fitted = model.fit(ratings);
const seconds = (performance.now() - start) / 1000;

const sum = fitted.state().scores.reduce((total, score) => total + score, 0);
console.log(JSON.stringify({ seconds, answer: { sum } }));
