"""Makes the start shorter by what nobody needs while the program starts.

Nothing that is made then is garbage. Measured: with Python's collector at work, starting takes a fifth
longer, for it walks again and again over the classes and functions that importing has just made.

And nothing that is imported then uses the optional spellings of Qt's names. As soon as PySide is there, it
reads the source of every module that is imported, to see whether that one might; measured for what the store
needs: 140 ms on top of 540.
"""

import builtins
import gc
from collections.abc import Generator
from contextlib import contextmanager


def hurry() -> None:
    """Stops the collector; call it before the imports that take long, and `settle` in the end."""
    gc.disable()


def settle() -> None:
    """Starts the collector again; what is there now will stay, so it need not look at that ever again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@contextmanager
def plain_imports() -> Generator[None]:
    """Lets what has nothing to do with Qt be imported as if PySide were not there.

    Where it is not there, or keeps Python's own import elsewhere, nothing changes.
    """
    with_search = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", with_search)
    try:
        yield
    finally:
        builtins.__import__ = with_search
