"""A fault of a wish that stands in `vildplan.toml` -> told with the file and the key, not with an option.

Wishes are understood in one place, wherever they come from, and there they are called by their option.
Whoever typed no option would look for it in vain.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from vildplan.cli.request import Request
from vildplan.errors import Finding, Text, UnusableInputError, VildplanError
from vildplan.model.plan_keys import PLAN_KEYS, Kind, PlanKey
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.json_file import ENDINGS

# The name of an option ends where a longer one goes on: --keep is not --keep-class.
ENDS = r"(?![\w-])"


@contextmanager
def told_as_in_file(request: Request, path: Path | None) -> Iterator[None]:
    """Have faults of the request's wishes from the file at `path` told by their key.

    Raises:
        UnusableInputError: in place of an error that is about such a wish.
    """
    try:
        yield
    except VildplanError as error:
        said = request.said
        # An empty list in the file is no wish.
        wishes = {name: said[name] for name in request.from_file if name in said}
        told = _by_key(error, wishes, str(path))
        if told is None:
            raise
        raise told from None


def _by_key(error: VildplanError, wishes: Mapping[str, Any], file: str) -> UnusableInputError | None:
    """Return the error with keys for options; None where it is about none of the wishes."""
    sentence = _reworded(error.sentence, wishes, file)
    findings = tuple(_finding(finding, wishes, file) for finding in error.findings)
    if sentence == error.sentence and findings == error.findings:
        return None
    return UnusableInputError(sentence, _reworded(error.advice, wishes), findings)


def _finding(finding: Finding, wishes: Mapping[str, Any], file: str) -> Finding:
    sentence, advice = _reworded(finding.sentence, wishes, file), _reworded(finding.advice, wishes)
    return replace(finding, sentence=sentence, advice=advice)


def _reworded(words: Text, wishes: Mapping[str, Any], file: str = "") -> Text:
    """Write the words out with keys for options and the file before them; the same where none is named."""
    before = {language: say(words, language) for language in Language}
    after = {language: _with_keys(said, wishes) for language, said in before.items()}
    if after == before and not (file and _files_of(before[Language.ENGLISH], wishes)):
        return words
    start = "".join(f"{part}: " for part in (file, *_files_of(after[Language.ENGLISH], wishes)) if part)
    da, en = (start + after[language] for language in (Language.DANISH, Language.ENGLISH))
    # Each wording has all its words in one fact, since a name may hold braces.
    return Text(*("{da}", "{en}"), facts={"da": da, "en": en})


def _with_keys(words: str, wishes: Mapping[str, Any]) -> str:
    for name, wish in wishes.items():
        key = PLAN_KEYS[name]
        for value in _as_told(wish):
            told = re.compile(rf"{key.option} ({re.escape(value)})(?![\w%=])", re.IGNORECASE)
            words = told.sub(partial(_line_of, key), words)
        words = re.sub(rf"{key.option} (\S*\d\S*?)(?=[:.,]?(?:\s|$))", partial(_line_of, key), words)
        words = re.sub(key.option + ENDS, name, words)
        if key.many:
            # An option is typed anew for each value; the file has one list.
            words = words.replace(f"] {name} = [", ", ")
    return words


def _files_of(words: str, wishes: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of the files that a sentence is about without naming the key."""
    named = {name: _as_told(wish) for name, wish in wishes.items()}
    # A clearance has its metres behind the file.
    files = {name: {value.partition("=")[0] for value in values} for name, values in named.items()}
    return tuple(
        name for name, values in files.items()
        if not re.search(rf"\b{name}\b", words)
        and any(_is_a_file(name, value) and value in words for value in values)
    )  # fmt: skip


def _is_a_file(name: str, value: str) -> bool:
    """A single sign, such as the folder `.`, stands in any sentence."""
    meant = PLAN_KEYS[name].kind is Kind.FILE or Path(value).suffix.lower() in ENDINGS
    return meant and len(value.strip()) > 1


def _as_told(wish: Any) -> Iterator[str]:
    """The values of a wish as a sentence may quote them: as they are, and files by their last name."""
    for value in wish if isinstance(wish, tuple) else (wish,):
        words = value.value if isinstance(value, StrEnum) else str(value)
        yield words
        yield Path(words).name


def _line_of(key: PlanKey, match: re.Match[str]) -> str:
    return key.line(match[1])
