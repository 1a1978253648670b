"""Reads a CSV of ratings with BENCH_THREADS threads; if it is empty, with pandas' default."""

import os

import pandas as pd

if os.environ.get("BENCH_THREADS"):
    pd.set_option("mode.max_threads", int(os.environ["BENCH_THREADS"]))


def read_ratings(path):
    return pd.read_csv(path)
