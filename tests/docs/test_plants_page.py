"""docs/plants.md says what the catalogue says."""

from tests.docs.plants_page import PAGE, page


def test_the_page_of_plants_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.docs.plants_page"
