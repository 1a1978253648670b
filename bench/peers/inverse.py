import json
import sys
import time
from pathlib import Path

import numpy as np
from scipy.linalg import lapack

source, method, repeats = sys.argv[1:4]
if source.endswith(".csv"):
    users, movies = np.loadtxt(source, dtype=int, usecols=(0, 1), delimiter=",", skiprows=1).T
else:
    users, movies = np.loadtxt(Path(source, "u.data"), dtype=int, usecols=(0, 1)).T
matrix = np.zeros((users.max() + 1, len(np.unique(movies))))
matrix[users, np.unique(movies, return_inverse=True)[1]] = 1
products = matrix.T @ matrix + 458 * np.eye(matrix.shape[1])


def cholesky_inverse(matrix):
    """The inverse of a positive definite matrix from its Cholesky factor; both halves."""
    factor, _ = lapack.dpotrf(matrix, lower=1)
    inverse, _ = lapack.dpotri(factor, lower=1)
    return np.tril(inverse) + np.tril(inverse, -1).T


invert = cholesky_inverse if method == "potri" else np.linalg.inv
times = []
for _ in range(int(repeats) + 1):
    start = time.perf_counter()
    inverse = invert(products)
    times.append(time.perf_counter() - start)

weights = -inverse / np.diag(inverse)
np.fill_diagonal(weights, 0)
answer = {"sum": float(weights.sum()), "squares": float((weights**2).sum())}
print(json.dumps({"seconds": float(np.median(times[1:])), "answer": answer}))
