// @module-tag slow
import { describe, expect, test } from "vitest";
import { loadDataset } from "../../src/node/load-dataset.js";
import { similarTitles } from "../../src/text/similar-titles.js";
import { datasetTest } from "../dataset-test.js";

const { movies } = await loadDataset("data/ml-latest-small");
const titles = [...movies].map(({ title }) => title);

describe("among the titles of ml-latest-small", () => {
  test.each([
    ["Star Warz (1977)", "Star Wars: Episode IV - A New Hope (1977)"],
    ["Stra Wars (1977)", "Star Wars: Episode IV - A New Hope (1977)"],
    ["Matrx", "Matrix, The (1999)"],
    ["Godfathr", "Godfather, The (1972)"],
    ["Pulp Ficton (1994)", "Pulp Fiction (1994)"],
    ["the silense of the lambs", "Silence of the Lambs, The (1991)"],
    ["Shawshenk Redemption (1994)", "Shawshank Redemption, The (1994)"],
    ["Toy Stroy", "Toy Story (1995)"],
    ["Lion Kng (1994)", "Lion King, The (1994)"],
    ["Fellowship of the Rings", "Lord of the Rings: The Fellowship of the Ring, The (2001)"],
    ["The Empire Strikes Bakc", "Star Wars: Episode V - The Empire Strikes Back (1980)"],
    ["E.T.", "E.T. the Extra-Terrestrial (1982)"],
  ])("%s is most similar to %s", (wanted, title) => {
    expect(similarTitles(wanted, titles)[0]).toBe(title);
  });

  test.each(["Star Warz 9", "Starwars"])("%s is similar to movies of Star Wars only", (wanted) => {
    const similar = similarTitles(wanted, titles);
    expect(similar).toHaveLength(5);
    for (const title of similar) expect(title).toContain("Star Wars");
  });

  test("nothing is similar to letters without sense", () => {
    expect(similarTitles("xyzzy", titles)).toEqual([]);
    expect(similarTitles("", titles)).toEqual([]);
    expect(similarTitles("?!", titles)).toEqual([]);
  });
});

test("the same year decides between equal names", () => {
  const remakes = ["Heat (1986)", "Heat (1995)"];
  expect(similarTitles("Haet (1995)", remakes, { atLeast: 0 })).toEqual(["Heat (1995)", "Heat (1986)"]);
});

test("at most count titles come, each once", () => {
  const many = ["Heat", "Heat", "Heat 2", "Heat 3"];
  expect(similarTitles("Heat", many, { count: 2 })).toEqual(["Heat", "Heat 2"]);
});

datasetTest("ml-100k", "in ML-100K too", async () => {
  const { movies } = await loadDataset("ml-100k");
  const found = similarTitles(
    "Star Warz (1977)",
    [...movies].map(({ title }) => title),
  );
  expect(found[0]).toBe("Star Wars (1977)");
});
