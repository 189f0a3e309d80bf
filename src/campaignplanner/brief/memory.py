"""How much memory this process holds, and a ceiling for it, with what each system offers."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

_STATM = Path("/proc/self/statm")
_M_MMAP_THRESHOLD = -3
"""The name of the setting in glibc's `malloc.h`."""


def memory_in_use() -> int:
    """How many bytes of memory the process holds now (on macOS: at most held so far); 0 where unknown."""
    if sys.platform == "win32":
        return _windows_working_set()
    import resource

    if _STATM.exists():
        return int(_STATM.read_text().split()[1]) * resource.getpagesize()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def limit_memory(limit: int) -> None:
    """Let the system refuse this process more memory of its own than that, in bytes, where it can."""
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    ceiling = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (ceiling, hard))


def give_back_from(size: int) -> None:
    """Let freed blocks of that many bytes or more go back to the system at once, where the C library has it.

    Left to itself, glibc raises this size to that of the largest block freed so far, and then keeps what lies
    between smaller ones that are still in use.
    """
    if sys.platform != "linux":
        return
    # Not every C library has it.
    setting = getattr(ctypes.CDLL(None), "mallopt", None)
    if setting is not None:
        setting(_M_MMAP_THRESHOLD, size)


class _ProcessMemoryCounters(ctypes.Structure):
    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        *(
            (name, ctypes.c_size_t)
            for name in (
                "PeakWorkingSetSize",
                "WorkingSetSize",
                "QuotaPeakPagedPoolUsage",
                "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage",
                "QuotaNonPagedPoolUsage",
                "PagefileUsage",
                "PeakPagefileUsage",
            )
        ),
    )


def _windows_working_set() -> int:
    counters = _ProcessMemoryCounters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    known = kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.WorkingSetSize) if known else 0
