"""The growth of a process in bytes for each rating: bench/ours/memory-meter.mjs in Python."""

import gc
import re
import resource
import sys


def status(name):
    """Bytes from /proc/self/status of Linux; NaN on other systems."""
    try:
        with open("/proc/self/status") as lines:
            return 1024 * int(re.search(rf"{name}:\s+(\d+)", lines.read()).group(1))
    except OSError:
        return float("nan")


def private_memory():
    gc.collect()
    return status("RssAnon")


def peak():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def reset_peak():
    """Resets the peak; only Linux can, elsewhere an earlier larger peak remains."""
    try:
        with open("/proc/self/clear_refs", "w") as clear:
            clear.write("5")
    except OSError:
        pass


class MemoryMeter:
    def __init__(self):
        self.private_before, self.before = private_memory(), status("VmRSS")
        reset_peak()

    def read(self, count):
        highest = peak()
        return {"bytesKept": (private_memory() - self.private_before) / count, "bytesAtPeak": (highest - self.before) / count}
