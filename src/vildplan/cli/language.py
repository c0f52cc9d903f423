"""Which language to speak: `--lang`, else `vildplan.toml`, else the locale, else Danish."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from vildplan.errors import VildplanError
from vildplan.model.wishes import Language

LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")
NO_LANGUAGE = ("", "c", "posix", "c.utf-8", "c.utf8")


def spoken(chosen: Language | None, environment: Mapping[str, str] | None = None) -> Language:
    """Return the chosen language, else the first locale that names one, else Danish."""
    if chosen is not None:
        return chosen
    names = os.environ if environment is None else environment
    for name in LOCALE_NAMES:
        value = names.get(name, "").lower()
        if value not in NO_LANGUAGE:
            return Language.DANISH if value.startswith("da") else Language.ENGLISH
    return Language.DANISH


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Have errors from inside told in this language, whatever the locale says."""
    try:
        yield
    except VildplanError as error:
        error.language = language
        raise


def typed_language(arguments: Sequence[str]) -> Language | None:
    """Find `--lang` among raw arguments, for errors that come before the command is understood."""
    for here, after in zip(arguments, [*arguments[1:], ""], strict=False):
        word = here.partition("=")[2] if here.startswith("--lang=") else after
        if here.startswith("--lang") and word in tuple(Language):
            return Language(word)
    return None
