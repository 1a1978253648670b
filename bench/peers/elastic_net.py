import json
import sys
import time
from pathlib import Path

import numpy as np
from scipy.sparse import csc_matrix
from sklearn.linear_model import ElasticNet

L2, L1 = 200, 0.5


def fit_all(matrix, **settings):
    """The weights from all other movies to each one, whose own column is 0 during its fit.

    ElasticNet divides the squares by the number of users.
    """
    alpha = (L1 + L2) / matrix.shape[0]
    model = ElasticNet(alpha=alpha, l1_ratio=L1 / (L1 + L2), positive=True, fit_intercept=False, copy_X=False, **settings)
    weights = []
    for movie in range(matrix.shape[1]):
        column = slice(matrix.indptr[movie], matrix.indptr[movie + 1])
        target, own = matrix[:, [movie]].toarray().ravel(), matrix.data[column].copy()
        matrix.data[column] = 0
        weights.append(model.fit(matrix, target).sparse_coef_.data.copy())
        matrix.data[column] = own
    return np.concatenate(weights)


users, movies = np.loadtxt(Path(sys.argv[1], "u.data"), dtype=int, usecols=(0, 1)).T
matrix = csc_matrix((np.ones(len(users)), (users - 1, np.unique(movies, return_inverse=True)[1])))
start = time.perf_counter()
fit_all(matrix, tol=1e-4, max_iter=100)
seconds = time.perf_counter() - start

common = csc_matrix(matrix[:, np.diff(matrix.indptr) >= 100])
weights = fit_all(common, tol=1e-14, max_iter=100_000)
answer = {"sum": float(weights.sum()), "squares": float((weights**2).sum())}
print(json.dumps({"seconds": seconds, "answer": answer}))
