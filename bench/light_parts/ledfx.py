"""``python -m light_parts.ledfx FILE PORT``: LedFx's DDP sender, run by the Python that has LedFx.

Nothing but the one function that sends a frame; what LedFx does before, to make one, is left out.
"""

import socket
import sys
from pathlib import Path

import numpy as np
from ledfx.devices.ddp import DDPDevice

from light_parts import HOST
from light_parts.serving import serve

DESTINATION = 1
"""The default of LedFx."""


def main(file: Path, port: int) -> None:
    frames = np.load(file)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sending:
        serve(
            lambda number: DDPDevice.send_out(
                sending, HOST, port, frames[number % len(frames)], number, DESTINATION
            )
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
