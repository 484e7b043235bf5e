"""``python -m light_parts.viewers PORT COUNT``: so many live streams, read and thrown away.

Says ``ready`` once all have had something; for each line on standard input how many bytes came since.
"""

import selectors
import socket
import sys
import time

from light_parts import HOST

ASKED = b"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
AT_ONCE = 100
"""That join together: more, and the door's queue is full."""

PATIENCE_S = 90


def main(port: int, count: int) -> None:
    with selectors.DefaultSelector() as selector:
        heard: set[int] = set()
        until = time.monotonic() + PATIENCE_S
        while len(heard) < count:
            if time.monotonic() > until:
                sys.exit(f"{len(heard)} of {count} viewers were let in")
            _join(selector, port, count)
            _read(selector, heard, 0.05)
        selector.register(sys.stdin, selectors.EVENT_READ)
        print("ready", flush=True)
        came = 0
        while True:
            _join(selector, port, count + 1)  # whoever was too slow was sent away, and comes again
            came += _read(selector, heard, 1.0)
            if any(key.fileobj is sys.stdin for key, _ in selector.select(0)):
                if not sys.stdin.readline():
                    return
                print(came, flush=True)
                came = 0


def _join(selector: selectors.BaseSelector, port: int, count: int) -> None:
    """Some of those who are not there yet come."""
    for _ in range(min(AT_ONCE, count - len(selector.get_map()))):
        viewer = socket.create_connection((HOST, port))
        viewer.setblocking(False)
        viewer.sendall(ASKED)
        selector.register(viewer, selectors.EVENT_READ)


def _read(selector: selectors.BaseSelector, heard: set[int], seconds: float) -> int:
    """Whatever has come; returns how many bytes."""
    came = 0
    for key, _ in selector.select(seconds):
        if key.fileobj is not sys.stdin:
            chunk = key.fileobj.recv(1 << 16)
            if chunk:
                heard.add(key.fd)
            else:
                selector.unregister(key.fileobj)
                key.fileobj.close()
            came += len(chunk)
    return came


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
