"""What `[department]` says reaches paper and screen: no sign in it may steer a terminal."""

from pathlib import Path

from tests.drawing import draw
from vildplan.reading.own_department import read_membership, with_own_name


def test_signs_that_steer_a_terminal_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "vildplan.toml").write_text(
        '[department]\ncontact = "Drift\\u001b[31m\\u202e  8700 0000"\n', encoding="utf-8"
    )
    assert read_membership(tmp_path).contact == "Drift [31m 8700 0000"


def test_the_name_goes_before_that_of_the_file(tmp_path: Path) -> None:
    land = draw("....\n....")
    assert with_own_name(land, tmp_path) is land
    (tmp_path / "vildplan.toml").write_text('[department]\nname = "Birkehaven, afdeling 12"\n', "utf-8")
    assert with_own_name(land, tmp_path).name == "Birkehaven, afdeling 12"
