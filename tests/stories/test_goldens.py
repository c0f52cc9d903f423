"""Whole outputs of the example at 30 %, as they were when somebody last looked at them.

Write them anew with `pytest tests/stories/test_goldens.py --update-golden`, and read the difference.
"""

import re
from difflib import unified_diff
from pathlib import Path

import pytest

from .conftest import EXAMPLE, Run

GOLDEN = Path(__file__).parent / "golden"
LONG_NUMBER = re.compile(r"-?\d+\.\d{7,}(?:e-?\d+)?|-?\d+\.\d+e-?\d+")
# A plan says which version made it; a new version is no other plan.
VERSION = re.compile(r'^vildplan = "[^"]+"$', re.MULTILINE)
FINGERPRINT = re.compile(r"\b[0-9a-f]{64}\b")
DEGREES = (".geojson", ".kml", ".gpx")
NAMES = ("report.da.80.txt", "report.en.140.txt", "plan.json", "plan.toml", "zones.geojson")


def normalised(name: str, words: str) -> str:
    """Take away what may differ between machines: the last digits, and the fingerprint made of them.

    Coordinates keep 7 decimals (1 cm), other long numbers 6 significant digits.
    """
    style = ".7f" if name.endswith(DEGREES) else ".6g"

    def shorter(match: re.Match[str]) -> str:
        number = float(match[0])
        return format(0.0 if abs(number) < 1e-9 else number, style)

    words = VERSION.sub('vildplan = "<version>"', words)
    return FINGERPRINT.sub("<sha256>", LONG_NUMBER.sub(shorter, words))


@pytest.fixture
def outputs(run: Run, tmp_path: Path) -> dict[str, str]:
    words = ("plan", EXAMPLE, "--target", "0.3")
    run(*words, "--out", tmp_path / "p")
    files = {name: (tmp_path / "p" / name).read_text("utf-8") for name in ("plan.toml", "zones.geojson")}
    return files | {
        "report.da.80.txt": run(*words, "--dry-run", COLUMNS="80").out,
        "report.en.140.txt": run(*words, "--dry-run", lang="en", COLUMNS="140").out,
        "plan.json": run(*words, "--dry-run", "--json").out,
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_output_is_as_it_was(outputs: dict[str, str], name: str, request: pytest.FixtureRequest) -> None:
    now, golden = normalised(name, outputs[name]), GOLDEN / name
    if request.config.getoption("--update-golden", default=False):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8", newline="\n")
    before = golden.read_text("utf-8")
    difference = "\n".join(
        unified_diff(before.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=1)
    )
    assert now == before, f"{name} has changed (see the top of this file):\n{difference[:6000]}"


def test_the_normaliser_keeps_what_matters() -> None:
    assert normalised("a.toml", "x = 4490.508454027351") == "x = 4490.51"
    assert normalised("a.toml", "x = 1.5\ny = -2.842e-14") == "x = 1.5\ny = 0"
    assert normalised("a.geojson", "[9.520163072, 56.307965991]") == "[9.5201631, 56.3079660]"
    assert normalised("a.txt", "f" * 64) == "<sha256>"
    assert normalised("a.toml", 'vildplan = "1.2.3"') == 'vildplan = "<version>"'
