"""Writes tf-idf.json: what scikit-learn makes of the genres and tags of ml-latest-small. Needs scikit-learn.

    .venv-bench/bin/python test/golden/make-tf-idf.py
"""

import csv
import json
import pathlib

import sklearn
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

here = pathlib.Path(__file__).parent
data = here.parent.parent / "data" / "ml-latest-small"
MOVIES = [1, 2, 7, 10, 11, 19, 21, 260, 318, 4896, 41566, 84954, 122896, 147250]


def rows_of(file):
    with open(data / file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def documents(with_tags):
    """The terms of each movie by its id, lower-cased: its genres and, where asked for, its tags."""
    terms = {
        int(row["movieId"]): [genre.lower() for genre in row["genres"].split("|") if genre != "(no genres listed)"]
        for row in rows_of("movies.csv")
    }
    for row in rows_of("tags.csv") if with_tags else []:
        terms[int(row["movieId"])].append(row["tag"].strip().lower())
    return terms


def judged(with_tags):
    terms = documents(with_tags)
    counter = CountVectorizer(analyzer=list)
    transformer = TfidfTransformer()
    weights = transformer.fit_transform(counter.fit_transform(terms.values()))
    places = [list(terms).index(movie) for movie in MOVIES]
    idf = dict(zip(counter.get_feature_names_out(), transformer.idf_.tolist()))
    return {
        "terms": len(idf),
        "idf": {term: value for term, value in idf.items() if term in sum(documents(False).values(), [])},
        "cosines": (weights[places] @ weights[places].T).toarray().tolist(),
    }


golden = {
    "about": f"scikit-learn {sklearn.__version__}, TfidfTransformer() on CountVectorizer(), ml-latest-small, "
    "made by test/golden/make-tf-idf.py",
    "movies": MOVIES,
    "genres": judged(with_tags=False),
    "genres and tags": judged(with_tags=True),
}
(here / "tf-idf.json").write_text(json.dumps(golden).replace("], [", "],\n[").replace(', "', ',\n"') + "\n")
