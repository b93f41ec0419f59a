"""What holds for every test: no drawn example is timed, and nobody's own cache is written."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(  # a busy machine would fail either
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

collect_ignore = [] if os.name == "posix" else ["e2e", "answers/test_faults.py"]
"""What needs a terminal, or limits, that another system does not have."""


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
