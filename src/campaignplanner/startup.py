"""Makes the start shorter by what nobody needs while the program starts.

Nothing that is made then is garbage. Measured: with Python's collector at work, starting takes a fifth
longer, for it walks again and again over the classes and functions that importing has just made.

And nothing in the program uses the optional spellings of Qt's names. As soon as PySide is there, it goes
between every import and Python, and reads the source of every module that is imported, to see whether that
one might; measured: 140 ms for what the store needs, and 40 for all else that a start imports.
"""

import builtins
import gc


def hurry() -> None:
    """Stops the collector; call it before the imports that take long, and `settle` in the end."""
    gc.disable()


def import_plainly() -> None:
    """Takes PySide's search out of imports; call it when PySide is there, before what takes long.

    Where PySide is not there, or keeps Python's import elsewhere, nothing changes.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def settle() -> None:
    """Starts the collector again; what is there now will stay, so it need not look at that ever again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
