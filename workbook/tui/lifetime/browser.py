"""The reader's browser, for an address outside the book."""

import webbrowser
from contextlib import suppress

from .safe_exit import SafeExitApp


def open_in_browser(app: SafeExitApp, address: str) -> bool:
    """Whether a browser took `address`; one that draws into the terminal has it until it ends."""
    with suppress(webbrowser.Error, OSError):
        browser = webbrowser.get()
        if _draws_into_the_terminal(browser):
            command = [browser.name, *(part.replace("%s", address) for part in browser.args)]
            return app.run_outside(command) == 0
        return browser.open(address)
    return False


def _draws_into_the_terminal(browser: webbrowser.BaseBrowser) -> bool:
    """Whether it is lynx, w3m or the like; `BackgroundBrowser`, derived from the same class, has a window."""
    return type(browser) is webbrowser.GenericBrowser or isinstance(browser, webbrowser.Elinks)
