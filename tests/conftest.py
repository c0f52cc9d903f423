"""What can be typed after `pytest`."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true",
                     help="write the goldens and the pages of the catalogue anew")  # fmt: skip
