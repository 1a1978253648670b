"""How much a process grows, in bytes a rating: bench/ours/memory-meter.mjs in Python."""

import gc
import os
import resource
import sys


def rss():
    """Bytes in memory now; not a number where the system does not tell as Linux does."""
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return float("nan")


def peak():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


class MemoryMeter:
    def __init__(self):
        gc.collect()
        self.before = rss()

    def read(self, count):
        highest = peak()
        gc.collect()
        return {"bytesKept": (rss() - self.before) / count, "bytesAtPeak": (highest - self.before) / count}
