"""Writes implicit-als.json: what one sweep of the Python package implicit makes of the same start. Needs implicit.

    .venv-bench/bin/python test/golden/make-implicit-als.py
"""

import json
import pathlib

import implicit
import numpy as np
from implicit.cpu import _als
from scipy.sparse import csr_matrix

here = pathlib.Path(__file__).parent
USERS, ITEMS, FACTORS = 7, 9, 5
# The same number in single precision, as implicit takes it.
REGULARIZATION = 0.25

draws = np.random.RandomState(4)
confidences = np.where(draws.random_sample((USERS, ITEMS)) < 0.4, 1 + draws.randint(1, 6, (USERS, ITEMS)), 0)
user_items = csr_matrix(confidences.astype("float64"))
start = {
    "userFactors": draws.standard_normal((USERS, FACTORS)),
    "itemFactors": draws.standard_normal((ITEMS, FACTORS)),
}


def sweep(solve):
    """Users, then items, each from where it was."""
    users, items = start["userFactors"].copy(), start["itemFactors"].copy()
    solve(user_items, users, items)
    solve(user_items.T.tocsr(), items, users)
    return {"userFactors": users.ravel().tolist(), "itemFactors": items.ravel().tolist()}


golden = {
    "about": f"implicit {implicit.__version__}: one sweep over confidences above 1, made by test/golden/make-implicit-als.py; a gap weighs 1",
    "factors": FACTORS,
    "regularization": REGULARIZATION,
    "confidences": confidences.tolist(),
    "start": {name: factors.ravel().tolist() for name, factors in start.items()},
    "cholesky": sweep(lambda *sides: _als.least_squares(*sides, REGULARIZATION, num_threads=1)),
    "conjugate-gradient": sweep(lambda *sides: _als.least_squares_cg(*sides, REGULARIZATION, cg_steps=3, num_threads=1)),
}
(here / "implicit-als.json").write_text(json.dumps(golden).replace('], "', '],\n"').replace('}, "', '},\n"') + "\n")
