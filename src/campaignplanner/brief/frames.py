"""What goes through the pipes between the app and the process that typesets.

A frame is four bytes of length and then that many bytes. Orders are pickled, for the app trusts itself; what
comes back is JSON and plain bytes, because the process that answers has handled text from anywhere.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, cast

_LENGTH = struct.Struct(">I")
LARGEST_FRAME = 2**31


class BrokenPipe(Exception):
    """The other side is gone, or what it sent makes no sense."""


def send(stream: BinaryIO, payload: bytes) -> None:
    """Write one frame.

    Raises:
        BrokenPipe: nobody reads any more.
    """
    try:
        stream.write(_LENGTH.pack(len(payload)))
        stream.write(payload)
        stream.flush()
    except (OSError, ValueError) as error:
        raise BrokenPipe from error


def receive(stream: BinaryIO) -> bytes | None:
    """Read one frame; None at a proper end.

    Raises:
        BrokenPipe: the stream ends in the middle of a frame.
    """
    head = _exactly(stream, _LENGTH.size, may_end=True)
    if head is None:
        return None
    length: int = _LENGTH.unpack(head)[0]
    if length > LARGEST_FRAME:
        raise BrokenPipe
    return _exactly(stream, length)


def send_reply(stream: BinaryIO, reply: dict[str, Any], blobs: tuple[bytes, ...] = ()) -> None:
    """Write an answer and, after it, the bytes that belong to it."""
    send(stream, json.dumps({**reply, "blobs": len(blobs)}).encode())
    for blob in blobs:
        send(stream, blob)


def receive_reply(stream: BinaryIO) -> tuple[dict[str, Any], tuple[bytes, ...]] | None:
    """Read an answer and its bytes; None when the other side has ended.

    Raises:
        BrokenPipe: the answer is cut off or makes no sense.
    """
    frame = receive(stream)
    if frame is None:
        return None
    try:
        reply = cast("dict[str, Any]", json.loads(frame))
        blobs = tuple(receive(stream) or b"" for _ in range(int(reply["blobs"])))
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenPipe from error
    return reply, blobs


def _exactly(stream: BinaryIO, length: int, *, may_end: bool = False) -> bytes | None:
    pieces: list[bytes] = []
    missing = length
    while missing:
        try:
            piece = stream.read(missing)
        except (OSError, ValueError) as error:
            raise BrokenPipe from error
        if not piece:
            if may_end and missing == length:
                return None
            raise BrokenPipe
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)
