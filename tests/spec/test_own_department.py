"""What `[department]` says reaches paper and screen: no sign in it may steer a terminal."""

from pathlib import Path

from vildplan.reading.own_department import read_membership


def test_signs_that_steer_a_terminal_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "vildplan.toml").write_text(
        '[department]\ncontact = "Drift\\u001b[31m\\u202e  8700 0000"\n', encoding="utf-8"
    )
    assert read_membership(tmp_path).contact == "Drift [31m 8700 0000"
