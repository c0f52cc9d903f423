"""What the pages of the manual show can be typed, and answers."""

import re
from pathlib import Path

import pytest

from tests.stories.conftest import EXAMPLE, ROOT, Planned, Run, planned, run, written

__all__ = ["planned", "run", "written"]
PAGES = [ROOT / "docs" / name for name in ("why.md", "verify.md")]
COMMANDS = sorted(
    {line for page in PAGES for line in re.findall(r"^vildplan .*", page.read_text("utf-8"), re.MULTILINE)}
)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_manual_answers(
    run: Run, planned: Planned, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(EXAMPLE, "--target", "30%")
    monkeypatch.chdir(tmp_path)
    ran = run(*command.split()[1:])
    assert ran.code == 0, ran.err
    assert ran.out
