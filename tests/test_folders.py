"""Where files of a user lie: as platformdirs says, without importing it on Linux."""

import pytest
from platformdirs import user_cache_path, user_config_path

from narcotl.folders import usual

PLACES = [None, "", " ", "relative", "/absolute", "~/home", "/with space/é", "//double/"]


@pytest.mark.parametrize("home", ["/home/somebody", "/"])
@pytest.mark.parametrize("place", PLACES)
def test_the_folders_are_those_of_the_platform(home: str, place: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
        if place is not None:
            monkeypatch.setenv(name, place)
    assert usual("cache") == user_cache_path("narcotl", appauthor=False)
    assert usual("config") == user_config_path("narcotl", appauthor=False)
