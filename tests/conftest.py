"""What holds for every test: no drawn example is timed, for a busy machine would fail it."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
