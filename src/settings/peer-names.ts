/**
 * Names of settings in Surprise, LensKit, implicit, Spark, Cornac, LightGBM and scikit-learn, in
 * lower case without underscores, and their names here. The first that the model has is meant.
 */
export const PEER_NAMES: Readonly<Record<string, readonly string[]>> = {
  ...named(["k", "kneighbors", "maxnbrs", "nnbrs", "nneighbors", "numneighbors"], "neighbors", "keep"),
  ...named(["topk", "savenbrs"], "keep", "neighbors"),
  ...named(["mink", "minnbrs"], "minNeighbors"),
  ...named(["minsupport", "minoverlap"], "minCommon"),
  ...named(["minsim"], "positiveOnly"),
  ...named(["simoptions", "metric", "sim", "distance"], "similarity"),
  ...named(["nfactors", "numfactors", "nfeatures", "features", "rank", "dim", "embeddingdim"], "factors"),
  ...named(["embeddingsize", "ncomponents", "nlatent", "latentdim", "size"], "factors"),
  ...named(["reg", "regall", "lambda", "l2", "l2reg", "l2regularization", "reglambda"], "regularization"),
  ...named(["weightdecay", "regparam", "regbu", "regbi", "regpu", "regqi"], "regularization"),
  ...named(["regu", "userreg"], "userRegularization", "regularization"),
  ...named(["regi", "itemreg"], "itemRegularization", "regularization"),
  ...named(["l1", "l1reg", "regalpha"], "l1Regularization"),
  ...named(["regyj"], "implicitRegularization"),
  ...named(["lr", "lrall", "eta", "gamma", "stepsize", "shrinkagerate"], "learningRate"),
  ...named(["nepochs", "epochs", "niter", "numiter", "niterations", "numiterations"], "iterations", "trees"),
  ...named(["maxiter", "maxiterations", "iters", "nsweeps"], "iterations", "trees"),
  ...named(["nestimators", "ntrees", "numtrees", "boostingrounds", "iterations"], "trees", "rounds"),
  ...named(["tol", "eps", "epsilon"], "tolerance"),
  ...named(["initstd", "initstddev", "initscale", "stddev"], "initialScale"),
  ...named(["bias", "biases", "usebias", "withbias"], "biased"),
  ...named(["randomstate", "randomseed", "rng"], "seed"),
  ...named(["ncltru", "nuserclusters"], "userClusters"),
  ...named(["ncltri", "nitemclusters"], "itemClusters"),
  ...named(["nclusters", "numclusters", "clusters"], "groups", "userClusters"),
  ...named(["ninit"], "starts"),
  ...named(["alpha"], "alpha", "transitionPower"),
  ...named(["beta"], "popularityPenalty", "popularityPower"),
  ...named(["weight", "confidence"], "alpha"),
  ...named(["popularitypower"], "popularityPenalty"),
  ...named(["nonnegative", "positive"], "positiveOnly"),
  ...named(["maxdepth"], "depth"),
  ...named(["numleaves", "maxleaves", "maxleafnodes"], "leaves"),
  ...named(["minsamplesleaf", "minchildsamples", "mindatainleaf"], "minRows"),
  ...named(["subsample", "baggingfraction", "subsamplefraction"], "rowShare"),
  ...named(["validationfraction", "holdout", "validationshare"], "validation"),
  ...named(["earlystoppingrounds", "niternochange", "earlystopping"], "patience"),
  ...named(["cv", "nfolds", "nsplits"], "folds"),
  ...named(["n", "topn", "nitems"], "count"),
};

function named(peers: readonly string[], ...ours: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(peers.map((peer) => [peer, ours]));
}
