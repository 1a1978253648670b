import {
  check,
  chooseModel,
  Ease,
  type Figure,
  hasSimilarItems,
  hasSimilarUsers,
  ItemKnn,
  loadDataset,
  loadModel,
  loadRatings,
  MeanRating,
  type Model,
  Movies,
  modelFromBuffer,
  modelToBuffer,
  Popularity,
  parameters,
  plot,
  progress,
  type Ratings,
  type Recommendation,
  type RecommendOptions,
  randomSplit,
  ratingHistogram,
  readModel,
  record,
  type SimilarItem,
  type SimilarUser,
  saveModel,
  show,
  UserKnn,
} from "../../src/index.js";

/** A program that uses the public names. Tests compile all of it and run this part. */
export async function readersProgram(): Promise<object> {
  const { film } = parameters({ film: "Heat (1995)" });
  const columns = { userId: "who", itemId: "film", rating: "stars", timestamp: "when" };
  const mine: Ratings = await loadRatings("mine.csv", columns);
  const ratings = mine.concat([{ userId: "cid", itemId: 7, rating: 4 }]).withScale({ min: 1, max: 5 });
  const movies = Movies.from([{ itemId: 7, title: film, genres: ["Crime"] }]);

  const model: Model = new MeanRating({ damping: 1 });
  await saveModel("mean.model", modelFromBuffer(modelToBuffer(model.fit(ratings))));
  const fitted = await loadModel("mean.model", { kinds: [MeanRating] });
  const options: RecommendOptions = { count: 1, excludeSeen: true, candidates: [7, 8] };
  const best: Recommendation[] = record("best", fitted.recommend("bob", options));

  show(best, { title: "The best for bob" });
  plot(ratingHistogram(ratings));
  check("exercise 1", movies.find(film), { rule: (id) => id === 7, hint: "it is the seventh" });
  return { best, scale: ratings.scale, when: ratings.ofUser("ann")[0]?.timestamp };
}

/** The other part, which needs a data set. */
export async function withDataset(): Promise<[number, string, Figure]> {
  const onProgress = progress({ title: "Loading" });
  const { ratings, movies } = await loadDataset("ml-latest-small", { onProgress });
  const many = ratings.filter((each) => each.rating >= 4).withAtLeast({ perItem: 50 });
  const merged = many.mergeItems((itemId) => movies.title(itemId));
  const fitted = new Popularity().fit(merged);
  const { base, contributions } = fitted.explain(1, "Heat (1995)");
  const { model } = await chooseModel([new ItemKnn(), new UserKnn()], randomSplit(merged, { seed: 0 }));
  const chosen = model.fit(merged);
  const items: SimilarItem[] = hasSimilarItems(chosen) ? chosen.similarItems("Heat (1995)") : [];
  const users: SimilarUser[] = hasSimilarUsers(chosen) ? chosen.similarUsers(1, { count: 3 }) : [];
  const read = readModel(modelToBuffer(chosen), [ItemKnn, Ease]);
  const same: SimilarItem[] = read.similarItems("Heat (1995)");
  const share = contributions.reduce((sum, each) => sum + each.share, base);
  const [first] = fitted.foldIn([{ itemId: "Heat (1995)", rating: 5 }]).recommend();
  const scores: Float64Array = fitted.predictMany([{ userId: 1, itemId: first?.itemId ?? 1 }]);
  for (const { userId } of progress([...many])) if (many.users.indexOf(userId) < 0) break;
  const genres: readonly string[] = movies.genres(50);
  return [
    share + scores.length + movies.year(50) + items.length + users.length + same.length,
    genres.join(),
    ratingHistogram(ratings),
  ];
}
