"""What is written from the program: the manual page, the picture of the README, the file for citations."""

import re
import shutil
import subprocess

import pytest
import yaml

from docs import man_page, picture
from narcotl import __version__
from narcotl.cli.registry import COMMANDS
from tests.front_door import ROOT, FrontDoor

REQUIRED = {"cff-version", "message", "title", "authors"}
KNOWN = REQUIRED | {"abstract", "type", "version", "license", "keywords"}
"""The keys of the Citation File Format 1.2.0 that are used, https://github.com/citation-file-format."""


def test_the_manual_page_is_that_of_this_program() -> None:
    assert man_page.FILE.read_text(encoding="utf-8") == man_page.page(), "make docs"


def test_the_manual_page_names_every_command_and_option(narcotl: FrontDoor) -> None:
    text = man_page.page().replace(r"\-", "-")
    assert [name for name in COMMANDS if f".SS narcotl {name}" not in text] == []
    for name in COMMANDS:
        options = re.findall(r"(?<![\w-])--[a-z][a-z-]+", narcotl(name, "--help", env={"COLUMNS": "200"}).out)
        assert [option for option in options if option != "--help" and option not in text] == []


def test_the_manual_page_is_set_without_a_warning() -> None:
    if not shutil.which("groff"):
        pytest.skip("no groff on this machine: apt-get install groff")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", str(man_page.FILE)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    shown = re.sub(r".\x08|\x1b\[[0-9;]*m", "", done.stdout)  # bold, in the way of printers or of terminals
    assert "narcotl timeline --region andes --since 1980" in shown
    assert re.search(r"^EXIT STATUS$", shown, re.MULTILINE)


def test_the_picture_of_the_readme_shows_what_comes() -> None:
    drawn = picture.FILE.read_text(encoding="utf-8")
    assert texts(drawn) == texts(picture.picture()), "make docs"
    assert re.findall(r"(?:href|src|url)[=(]['\"]?https?:", drawn) == []


def texts(drawing: str) -> list[str]:
    """Give the texts of a drawing, whatever they look like."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawing)


def test_how_to_cite_narcotl_is_told_in_the_form_that_is_read_by_programs() -> None:
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert REQUIRED <= set(told) <= KNOWN
    assert told["cff-version"] == "1.2.0"
    assert told["type"] in ("software", "dataset")
    assert told["version"] == __version__
    assert told["license"] == ["MIT", "CC-BY-4.0"]
    assert all(set(author) in ({"name"}, {"family-names", "given-names"}) for author in told["authors"])
    assert len(set(told["keywords"])) == len(told["keywords"])
