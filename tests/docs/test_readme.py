"""The README cannot lie: its commands, options, codes, files and links are those of the program."""

import ast
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vildplan import errors
from vildplan.cli import main as program
from vildplan.cli.app import app
from vildplan.cli.main import main
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.classes import class_index
from vildplan.reading.own_department import read_membership
from vildplan.reading.text_kinds import BOOKS, KINDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def blocks(language: str) -> list[str]:
    return [words for kind, words in BLOCK.findall(README) if kind == language]


def table(heading: str) -> dict[str, str]:
    """The rows of the table whose first heading is given: first cell -> second cell."""
    lines = README.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows: dict[str, str] = {}
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        first, second = line.strip("|").split("|", 1)
        rows[first.strip().strip("`")] = second.strip()
    return rows


def help_of(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The help page of a command, of the program itself where no command is named."""
    monkeypatch.setenv("COLUMNS", "200")
    shown = CliRunner().invoke(app, [*command.split(), "--help"])
    assert shown.exit_code == 0
    return re.sub(r"\x1b\[[0-9;]*m", "", shown.output)


def test_a_block_to_paste_is_one_line() -> None:
    assert len(blocks("bash")) >= 2
    assert len(blocks("bash")) == len(blocks("powershell"))
    for words in blocks("bash") + blocks("powershell"):
        assert words.count("\n") == 1
        assert words.strip()


def test_powershell_lines_have_no_signs_of_bash() -> None:
    for words in blocks("powershell"):
        assert "&&" not in words
        assert "source " not in words
        assert "/" not in words.replace("https://", "")


def test_what_is_installed_is_what_the_project_offers() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'vildplan = "vildplan.cli.main:main"' in project
    assert any(".[dev]" in words for words in blocks("bash"))
    assert re.search(r"^dev = \[", project, re.MULTILINE)
    needed = re.search(r'requires-python = ">=([\d.]+)"', project)
    assert needed is not None
    assert f"Python {needed[1]} or newer" in README


@pytest.mark.parametrize("words", re.findall(r"`vildplan (species [^`]*)`", README))
def test_a_question_about_plants_has_an_answer(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    if "PLAN" in words:
        return
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 5


def names() -> list[str]:
    """The commands, in the order of the help page."""
    return [
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    ]


def synopsis() -> dict[str, str]:
    """What the README says can be typed, by command."""
    block = next(words for words in blocks("") if words.startswith("vildplan plan"))
    parts = re.split(r"^vildplan (\w+)", block, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_option_that_is_named_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = "".join(help_of(command, monkeypatch) for command in ("", *names()))
    ours = re.sub(r"-m pytest .*", "", README)
    assert set(OPTION.findall(ours)) <= set(OPTION.findall(pages))


def test_every_option_of_plan_stands_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = set(OPTION.findall(help_of("plan", monkeypatch))) - {"--help"}
    assert {option for row in table("Option") for option in OPTION.findall(row)} == offered


def test_init_takes_the_wishes_of_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = (set(OPTION.findall(help_of(command, monkeypatch))) for command in ("plan", "init"))
    of_plan, of_init = offered
    assert of_plan - of_init == {"--out", "--dry-run", "--json", "--open"}
    assert of_init <= of_plan


@pytest.mark.parametrize("command", [name for name in names() if name != "init"])
def test_every_command_stands_in_the_synopsis_with_its_options(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = set(OPTION.findall(help_of(command, monkeypatch))) - {"--help"}
    assert set(OPTION.findall(synopsis()[command])) == offered


def exit_codes() -> set[int]:
    """The codes of the tree of errors and of the command line, read from the source."""

    def under(kind: type) -> set[type]:
        return {kind}.union(*(under(child) for child in kind.__subclasses__()))

    own = {kind for kind in under(errors.VildplanError) if kind.__module__.startswith("vildplan.")}
    found = {kind.exit_code for kind in own if kind is not errors.VildplanError}
    for path in (ROOT / "src" / "vildplan" / "cli").glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
                names = [name.id for name in node.targets[0].elts if isinstance(name, ast.Name)]
                if {"NOT_REACHABLE", "SOMETHING_DIFFERS"} & set(names):
                    found |= set(ast.literal_eval(node.value))
    return found | {program.INTERRUPTED, program.OUR_FAULT}


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert {int(code) for code in table("Exit code")} == exit_codes()


def test_the_schema_knows_the_codes_of_errors() -> None:
    schema = json.loads((ROOT / "docs" / "plan.schema.json").read_text("utf-8"))
    known = schema["$defs"]["error"]["properties"]["exit_code"]["enum"]
    assert set(known) == exit_codes() - {0, 1, 4, program.INTERRUPTED}


def test_the_files_of_the_folder_are_those_that_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ring = [[9.5, 56.3], [9.501, 56.3], [9.501, 56.3005], [9.5, 56.3005], [9.5, 56.3]]
    land = {"type": "Feature", "properties": {"arealtype": "plæne"},
            "geometry": {"type": "Polygon", "coordinates": [ring]}}  # fmt: skip
    file = tmp_path / "a.geojson"
    file.write_text(json.dumps(land), encoding="utf-8")
    for target in ("30%", "20%"):
        with pytest.raises(SystemExit) as ended:
            main(["plan", str(file), "--target", target])
        assert ended.value.code == 0, capsys.readouterr().err
    written = {path.name + "/" * path.is_dir() for path in (tmp_path / "a.plan").iterdir()}
    assert set(table("File")) == written


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = [link.partition("#")[0] for link in LINK.findall(page.read_text("utf-8"))]
    inside = [link for link in targets if link and "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_file_that_is_named_exists() -> None:
    named = re.findall(r"(?:examples|docs|src|tests)[/\\][\w./\\-]+\w", README)
    assert named
    assert [name for name in named if not (ROOT / name.replace("\\", "/")).exists()] == []


def test_the_words_for_classes_are_known() -> None:
    """What the page says one may write in a file is understood."""
    index = class_index(read_catalogue())
    words = re.search(r"a Danish word or a class key \((.+?) \.\.\.\)", README)
    tags = re.search(r"else OSM tags \((.+?) \.\.\.\)", README)
    assert words is not None
    assert tags is not None
    for word in words[1].split(", "):
        assert index.of({"arealtype": word.strip("`")}).key, word
    for tag in tags[1].split(", "):
        key, value = tag.strip("`").split("=")
        assert index.of({key: value}).key, tag


def test_the_sentence_of_the_proof_is_the_one_that_is_printed() -> None:
    source = (ROOT / "src" / "vildplan" / "proposal" / "sentences.py").read_text("utf-8")
    quoted = " ".join(line[2:] for line in README.splitlines() if line.startswith("> "))
    for part in ("Med de valgte vægte og regler kan intet andet valg på samme areal give mere end",
                 "Det siger ikke, at vægtene er rigtige."):  # fmt: skip
        assert part in quoted
        assert part in re.sub(r'"\s*"', "", source)


def test_the_texts_that_are_named_are_those_that_can_be_typed() -> None:
    rows = table("Text")
    for (danish, english), row in zip(KINDS.values(), rows, strict=True):
        assert row == f"{danish[0]}` (`{english[0]}`)"
    for danish, english in BOOKS.values():
        assert f"`{danish[0]}` (`{english[0]}`)" in rows["reglement` (`rules`)"]


def test_the_department_is_read_as_it_stands_here(tmp_path: Path) -> None:
    own = next(words for words in blocks("toml") if words.startswith("[department]"))
    (tmp_path / "vildplan.toml").write_text(own, encoding="utf-8")
    assert read_membership(tmp_path).member_of == "Vild Med Vilje"


def test_the_changelog_names_this_version() -> None:
    version = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version is not None
    assert f"## [{version[1]}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
