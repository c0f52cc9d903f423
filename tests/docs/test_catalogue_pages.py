"""The pages of `docs/` that are made from the catalogue are as the catalogue is.

Write them anew with `pytest tests/docs/test_catalogue_pages.py --update-golden`.
"""

import re

import pytest

from tests.docs.test_house_rules import ROOT
from tests.drawing import CATALOGUE
from vildplan.export.markdown_classes import classes_markdown
from vildplan.export.markdown_rows import catalogue_markdown, sources_markdown
from vildplan.model.wishes import Language
from vildplan.proposal.catalogue_sources import resting
from vildplan.reading.knowledge import catalogue_rows
from vildplan.reading.sources import cited, read_sources

ROWS = catalogue_rows(CATALOGUE)
PAGES = {
    "catalogue.md": catalogue_markdown(ROWS, Language.ENGLISH),
    "classes.md": classes_markdown(CATALOGUE, [Language.DANISH, Language.ENGLISH]),
    "sources.md": sources_markdown(resting(ROWS, read_sources(), cited), Language.ENGLISH),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name: str, request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / name
    if request.config.getoption("--update-golden"):
        page.write_text(PAGES[name], encoding="utf-8", newline="\n")
    assert page.read_text("utf-8") == PAGES[name], "see the top of this file"


def test_every_value_has_its_line_with_unit_source_year_and_status() -> None:
    lines = re.findall(r"^\| `([^`]+)` \| (.*) \|$", PAGES["catalogue.md"], re.MULTILINE)
    assert [key for key, _ in lines] == [row.key for row in ROWS]
    for row, (_, rest) in zip(ROWS, lines, strict=True):
        name, value, _, status, year, source = rest.split(" | ")
        assert (name > "", value > "", status > "") == (True, True, True), row.key
        assert (year, source) == (str(row.year), row.source)
