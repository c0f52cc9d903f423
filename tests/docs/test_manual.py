"""What the pages of the manual show can be typed, and answers."""

import re
from pathlib import Path

import pytest

from tests.stories.conftest import EXAMPLE, ROOT, Run, remembered, run

__all__ = ["remembered", "run"]
PAGES = [ROOT / "docs" / name for name in ("why.md", "verify.md")]
COMMANDS = sorted(
    {line for page in PAGES for line in re.findall(r"^vildplan .*", page.read_text("utf-8"), re.MULTILINE)}
)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_manual_answers(
    run: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("plan", EXAMPLE, "--target", "30%", "--out", tmp_path / "lindeparken.plan")
    monkeypatch.chdir(tmp_path)
    ran = run(*command.split()[1:])
    assert ran.code == 0, ran.err
    assert ran.out
