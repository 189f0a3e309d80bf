"""Finds what is shipped but is not code: templates, samples, icons, schemas, translations.

In a wheel these files lie inside the package; in a checkout (also one installed with ``pip install -e``)
they lie in ``resources/`` at the top level. Everybody asks here, so nobody else needs to know.
"""

from functools import cache
from pathlib import Path

import campaignplanner


class UnknownResource(ValueError):
    """A name that is not a relative path inside the resources, or a resource that is not shipped."""


@cache
def resource_root() -> Path:
    """The folder that holds everything shipped.

    Raises:
        UnknownResource: neither the wheel's folder nor the checkout's is there: a damaged installation.
    """
    # What importlib.resources would say; importing that takes a tenth of the time to the first paint.
    package = Path(campaignplanner.__path__[0])
    for folder in (package / "resources", package.parent.parent / "resources"):
        if folder.is_dir():
            return folder
    sentence = f"The files that belong to the program are missing beside {package}: install it again."
    raise UnknownResource(sentence)


def resource_path(name: str) -> Path:
    """Where a shipped file or folder lies, for those who need a real path (Typst, Qt).

    Args:
        name: relative, with forward slashes, such as ``icons/undo.svg``.

    Raises:
        UnknownResource: the name leaves the resources, or nothing of that name is shipped.
    """
    if name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name:
        sentence = f"{name!r} is not a name inside the resources."
        raise UnknownResource(sentence)
    path = resource_root() / name
    if not path.exists():
        sentence = f"The program's own file {name!r} is missing: install it again."
        raise UnknownResource(sentence)
    return path


def read_text(name: str) -> str:
    """The text of a shipped file (UTF-8).

    Raises:
        UnknownResource: see `resource_path`.
    """
    return resource_path(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """The bytes of a shipped file.

    Raises:
        UnknownResource: see `resource_path`.
    """
    return resource_path(name).read_bytes()
