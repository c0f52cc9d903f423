"""The habits of the house: short files and functions, two languages, sources, no machine's own paths."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from vildplan.proposal.words import FORMATS
from vildplan.reading.catalogue import read_catalogue

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "vildplan"
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [path.relative_to(SOURCE).as_posix() for path in MODULES]
CATALOGUE = sorted((SOURCE / "catalogue").glob("*.toml"))
MOST_LINES, MOST_OF_A_FUNCTION = 400, 40
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")
WORDS = (SOURCE / "proposal" / "words.py").read_text("utf-8")
WAYS_TO_WRITE = {"", *FORMATS, *re.findall(r'kind == "(\w+)"', WORDS)}
STATUSES = {"sourced", "derived", "assumption"}
# The facts of plants are words, and have their sources by property (tests/spec/test_flora.py).
WITHOUT_NUMBERS = (
    "surfaces", "species", "invasives", "avoided", "schemes", "sources", "texts", "labour", "insect_names",
)  # fmt: skip
VALUE_KEYS = {"number", "unit", "source", "year", "status"}
# Written in pieces, so that this file does not name them.
MACHINE_PATHS = re.compile(
    "|".join(["/" + "home/", "/" + "Users/", "/" + "work/", "/" + "root/", r"[A-Z]:\\" + "Users"])
)
REGISTRIES = re.compile(
    "|".join(["pypi" + r"\.org", "pythonhosted" + r"\.org", "index" + "-url", "arti" + "factory"])
)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_function_is_short(path: Path) -> None:
    functions = [
        node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {node.name: lines for node in functions
            if (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_OF_A_FUNCTION}  # fmt: skip
    assert long == {}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_file_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))
    assert not NO_NAMES & set(path.relative_to(SOURCE).with_suffix("").parts)


def folded(node: ast.expr) -> str | None:
    """The text of a literal, however many pieces it is written in; None where it is computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = folded(node.left), folded(node.right)
        return None if left is None or right is None else left + right
    return None


def sentences(path: Path) -> Iterator[tuple[int, str, str, set[str] | None]]:
    """Every `text(da, en, **facts)` and `Text(da, en)`: line, wordings, names of facts (None: unknown)."""
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in ("text", "Text"):
            continue
        danish, english = folded(node.args[0]), folded(node.args[1])
        if danish is None or english is None:
            continue
        names = {word.arg for word in node.keywords if word.arg}
        open_ended = name == "Text" or any(word.arg is None for word in node.keywords)
        yield node.lineno, danish, english, None if open_ended else names


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_both_languages_carry_the_same_facts(path: Path) -> None:
    for line, danish, english, names in sentences(path):
        where = f"{path.name}:{line}"
        facts, others = sorted(PLACEHOLDER.findall(danish)), sorted(PLACEHOLDER.findall(english))
        assert facts == others, where
        assert {kind for _, kind in facts} <= WAYS_TO_WRITE, where
        assert len(PLACEHOLDER.sub("", danish + english).replace("{", "").replace("}", "")) == len(
            PLACEHOLDER.sub("", danish + english)
        ), f"{where}: a brace that is no placeholder"
        if names is not None:
            assert {name for name, _ in facts} == names, f"{where}: facts and placeholders differ"


# Danish kroner end in a full stop of their own.
ENDS = re.compile(r"[.:?]$|\{\w+:kr\}$")


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_both_languages_end_alike(path: Path) -> None:
    for line, danish, english, _ in sentences(path):
        assert bool(ENDS.search(danish)) == bool(ENDS.search(english)), f"{path.name}:{line}"


def test_there_are_sentences_to_look_at() -> None:
    assert sum(1 for path in MODULES for _ in sentences(path)) > 80


def rows(part: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield place, part
        for key, value in part.items():
            yield from rows(value, f"{place}.{part.get('key', '')}.{key}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from rows(value, f"{place}[{number}]")


@pytest.mark.parametrize("path", CATALOGUE, ids=lambda path: path.name)
def test_every_number_has_a_source_and_a_status(path: Path) -> None:
    found = [*rows(tomllib.loads(path.read_text("utf-8")), path.stem)]
    values = [(place, row) for place, row in found if "number" in row]
    assert values or path.stem in WITHOUT_NUMBERS
    for place, row in values:
        assert set(row) >= VALUE_KEYS, place
        assert row["source"].strip(), place
        assert row["unit"].strip(), place
        assert row["status"] in STATUSES, place
        assert 1990 <= row["year"] <= 2100, place
        says_assumed = row["source"].startswith("antagelse")
        assert says_assumed == (row["status"] == "assumption"), f"{place}: status and source disagree"


@pytest.mark.parametrize("path", CATALOGUE, ids=lambda path: path.name)
def test_every_name_is_in_both_languages(path: Path) -> None:
    for place, row in rows(tomllib.loads(path.read_text("utf-8")), path.stem):
        for danish, english in (("da", "en"), ("short_da", "short_en")):
            assert (danish in row) == (english in row), place
            if danish in row:
                assert sorted(PLACEHOLDER.findall(row[danish])) == sorted(
                    PLACEHOLDER.findall(row[english])
                ), place


def test_no_key_of_the_catalogue_stands_twice() -> None:
    keys = [value.key for value in read_catalogue().values()]
    assert len(keys) == len(set(keys))
    words = [word for row in read_catalogue().surfaces.values() for word in row.words]
    assert sorted(words) == sorted(set(words))
    tags = [tag for row in read_catalogue().surfaces.values() for tag in row.osm]
    assert sorted(tags) == sorted(set(tags))


def tracked() -> list[Path]:
    """The files that git knows or would take, else all that look like text."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout.split("\0")  # fmt: skip
        return [path for name in listed if name and (path := ROOT / name).is_file()]
    return [
        path for path in ROOT.rglob("*") if path.is_file() and path.suffix in (".py", ".md", ".toml", ".txt")
    ]


def test_no_file_names_a_machine_or_a_registry() -> None:
    told = []
    for path in tracked():
        try:
            words = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for pattern in (MACHINE_PATHS, REGISTRIES):
            found = pattern.search(words)
            if found:
                told.append(f"{path.relative_to(ROOT)}: {found[0]}")
    assert told == []


def test_imports_point_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    if not linter.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
