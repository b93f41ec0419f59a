"""Windows ends a program whose window is closed without a signal that Python would hear in time.

Written after the documentation of `SetConsoleCtrlHandler` and `HandlerRoutine`; not yet tried on Windows.
Imported there only.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import wintypes

_ENDS = {2, 5, 6}
"""CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT and CTRL_SHUTDOWN_EVENT of wincon.h. Windows gives five seconds after
the first of them, and ends the program as soon as the handler returns."""

if sys.platform == "win32":

    @contextmanager
    def told_of_closing(then: Callable[[], object]) -> Iterator[None]:
        """While it is entered `then` is called, in a thread that Windows makes, before the window closes.

        The handler that is set last is asked first, so this comes after the signals: their own handler would
        hear of a closed window as SIGBREAK, and return before Python has looked at it.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        routine = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)
        kernel.SetConsoleCtrlHandler.argtypes = (routine, wintypes.BOOL)
        kernel.SetConsoleCtrlHandler.restype = wintypes.BOOL

        def hear(event: int) -> bool:
            if event not in _ENDS:
                return False
            then()
            return True

        handler = routine(hear)  # Windows holds no reference to it: it lives as long as this is entered
        is_set = kernel.SetConsoleCtrlHandler(handler, True)
        try:
            yield
        finally:
            if is_set:
                kernel.SetConsoleCtrlHandler(handler, False)
