"""Writes numpy-random-state.json: what NumPy's legacy RandomState draws. Needs numpy (requirements-bench.txt).

    .venv-bench/bin/python test/golden/make-numpy-random-state.py
"""

import hashlib
import json
import pathlib

import numpy as np

BOUNDS = [1, 2, 6, 1000, 2**31, 2**32 - 1, 2**32, 2**32 + 1, 2**40 + 7, 2**53]


def shuffled(seed, count):
    values = np.arange(count, dtype=np.int32)
    np.random.RandomState(seed).shuffle(values)
    return values


def draws(seed):
    """Each kind of draw starts again from the seed, the mixed ones excepted."""
    state = lambda: np.random.RandomState(seed)
    bounded = state()
    mixed = state()
    return {
        "seed": seed,
        "random_sample": state().random_sample(1000).tolist()[:5] + state().random_sample(1000).tolist()[-5:],
        "randint": [[bound, bounded.randint(0, bound, size=5, dtype=np.int64).tolist()] for bound in BOUNDS],
        "shuffle": shuffled(seed, 20).tolist(),
        "shuffle of 100000, SHA-256 of int32": hashlib.sha256(shuffled(seed, 100_000).astype("<i4").tobytes()).hexdigest(),
        "permutation": state().permutation(10).tolist(),
        "normal": state().normal(size=200).tolist(),
        "mixed": [
            mixed.normal(),
            int(mixed.randint(100)),
            mixed.normal(),
            mixed.random_sample(),
            mixed.permutation(5).tolist(),
        ],
    }


golden = {
    "about": f"numpy {np.__version__}, RandomState(seed), made by test/golden/make-numpy-random-state.py; "
    "random_sample: the first and the last five of 1000",
    "seeds": [draws(seed) for seed in [0, 1, 15, 42, 2**32 - 1]],
}
# A line for each kind of draw.
text = json.dumps(golden, indent=None, separators=(",", ":"))
for key in ["seeds", *golden["seeds"][0]]:
    text = text.replace(f'"{key}":', f'\n"{key}":')
pathlib.Path(__file__).with_name("numpy-random-state.json").write_text(text + "\n")
