"""Runs JupyterLab for start.mjs: reads the token from standard input, and ends when that closes.

So the token is in no environment that kernels inherit, and Lab ends with start.mjs however that ends.
"""

import os
import sys
import threading

STDIN = 0
SECONDS_TO_END = 10


def read_token():
    token = b""
    while not token.endswith(b"\n"):
        byte = os.read(STDIN, 1)
        if not byte:
            sys.exit("run-lab.py reads the token of the server from standard input; start Lab with npm start.")
        token += byte
    return token.decode().strip()


def end_with_parent():
    while os.read(STDIN, 1):
        pass
    from jupyter_server.serverapp import ServerApp

    force = threading.Timer(SECONDS_TO_END, os._exit, [1])
    force.daemon = True
    force.start()
    if ServerApp.initialized():
        ServerApp.instance().stop()
    else:
        os._exit(1)


def main():
    token = read_token()
    threading.Thread(target=end_with_parent, daemon=True).start()
    from jupyterlab.labapp import LabApp

    sys.exit(LabApp.launch_instance([*sys.argv[1:], f"--IdentityProvider.token={token}"]))


if __name__ == "__main__":
    main()
