"""How much a process grows, in bytes a rating: bench/ours/memory-meter.mjs in Python."""

import gc
import re
import resource
import sys


def status(name):
    """Bytes that Linux tells of the process; not a number on other systems."""
    try:
        with open("/proc/self/status") as lines:
            return 1024 * int(re.search(rf"{name}:\s+(\d+)", lines.read()).group(1))
    except OSError:
        return float("nan")


def own_memory():
    gc.collect()
    return status("RssAnon")


def peak():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def forget_peak():
    """So that the largest is counted from here; where the system is not Linux, a larger one before stays."""
    try:
        with open("/proc/self/clear_refs", "w") as clear:
            clear.write("5")
    except OSError:
        pass


class MemoryMeter:
    def __init__(self):
        self.own_before, self.before = own_memory(), status("VmRSS")
        forget_peak()

    def read(self, count):
        highest = peak()
        return {"bytesKept": (own_memory() - self.own_before) / count, "bytesAtPeak": (highest - self.before) / count}
