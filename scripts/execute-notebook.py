"""Executes a notebook in the tslab kernel and prints what stopped it, if anything, as one line of JSON.

    python execute-notebook.py NOTEBOOK EXECUTED FOLDER SECONDS

The kernel runs in FOLDER, each cell at most SECONDS. tslab sends no `error` message when a cell fails, only text on
stderr and a reply with the status "error": nbconvert's command line misses that, nbclient's NotebookClient does not.
"""

import json
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

source, target, folder, seconds = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
started = []

client = NotebookClient(
    notebook,
    kernel_name="tslab",
    timeout=int(seconds),
    coalesce_streams=True,
    resources={"metadata": {"path": folder}},
    on_cell_execute=lambda cell, cell_index: started.append(cell_index),
)
stopped = None
try:
    client.execute()
except CellExecutionError:
    stopped = {"why": "error", "cell": started[-1]}
except CellTimeoutError:
    stopped = {"why": "timeout", "cell": started[-1]}
except DeadKernelError:
    stopped = {"why": "dead kernel", "cell": started[-1]}

nbformat.write(notebook, target)
print(json.dumps(stopped))
