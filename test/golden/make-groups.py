"""Writes groups.json: what scikit-learn makes of made-up points: k-means, silhouettes, DBSCAN, PCA. Needs scikit-learn.

    .venv-bench/bin/python test/golden/make-groups.py
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.cluster import DBSCAN, KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_samples

here = pathlib.Path(__file__).parent
random = numpy.random.RandomState(8)


def around(centers, spread, count):
    """Points of a normal distribution around each center, rounded so that JSON holds them exactly."""
    return numpy.round(numpy.concatenate([random.normal(center, spread, (count, len(center))) for center in centers]), 3)


def judged(points, groups, densities):
    best = KMeans(groups, n_init=200, random_state=0, tol=0).fit(points)
    pca = PCA(2).fit(points)
    return {
        "points": points.tolist(),
        "k-means": {"groups": groups, "cost": best.inertia_, "labels": best.labels_.tolist()},
        "silhouettes": silhouette_samples(points, best.labels_).tolist(),
        "dbscan": [
            {"radius": radius, "minPoints": least, "labels": DBSCAN(eps=radius, min_samples=least).fit(points).labels_.tolist()}
            for radius, least in densities
        ],
        "pca": {"shares": pca.explained_variance_ratio_.tolist(), "places": pca.transform(points).tolist()},
    }


golden = {
    "about": f"scikit-learn {sklearn.__version__}: KMeans, silhouette_samples, DBSCAN, PCA; made by test/golden/make-groups.py",
    "apart": judged(around([(0, 0, 0), (4, 0, 1), (0, 5, 2)], 0.8, 30), 3, [(0.9, 4), (1.2, 5), (0.5, 3)]),
    "overlapping": judged(around([(0, 0, 0, 0), (1, 1, 0, 0), (0, 1, 1, 1)], 1.0, 40), 3, [(1.0, 5), (1.3, 8), (0.7, 1)]),
}
(here / "groups.json").write_text(json.dumps(golden).replace("], [", "],\n[").replace(', "', ',\n"') + "\n")
