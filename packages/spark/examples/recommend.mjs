// The best movies for all users of a file of ratings, made by Spark:
//
//     node packages/spark/examples/recommend.mjs RATINGS_CSV FOLDER [sc://host:port]
//
// Without an address, that of the server which `npm run spark -- start` started.
import { resolve } from "node:path";
import { connect, SparkAls } from "reelbook-spark";

const [csv, folder, address] = process.argv.slice(2);
if (!csv || !folder) throw new Error("give a CSV file of ratings and a folder to write to");

const start = performance.now();
const say = (text) => console.log(`${((performance.now() - start) / 1000).toFixed(1)} s: ${text}`);

const spark = await connect(address);
const ratings = await spark.csv(resolve(csv));
say(`${await ratings.check()} ratings`);
const model = await new SparkAls({ factors: 16, seed: 1 }).fit(ratings, { check: false });
say("fitted");
await model.writeRecommendations(resolve(folder), { count: 10, overwrite: true });
say(`wrote the recommendations to ${folder}`);
await spark.close();
