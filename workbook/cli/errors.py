"""What the command line cannot do, said in one line."""


class BadInputError(Exception):
    """The command is understood, but something it was given cannot be used (exit status 2)."""
