"""Which fonts a paper is set in: ours alone, and those of the machine only where a sign is in none of ours.

What ours can show comes out the same on every machine. Where it does not (emoji, Arabic), the machine's own
fonts are asked, and what they lack too is told, since it comes out as a box.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import category

# Latin letters, and the signs that we write ourselves: ours have them all.
LATIN, OURS = 0x24F, frozenset("–—‘’“”•…☐−≤≥×→½  ")
# Marks that go onto other signs, and signs without a look.
UNSEEN = ("Mn", "Me", "Cf", "Zs", "Cc")
WORDS_OF_SVG = re.compile(r">([^<]+)<")
SVG, AROUND = "<svg", 24
PAGE = b"""
#set document(title: "x")
#set text(font: "Libertinus Serif")
#sys.inputs.sign
"""


@dataclass(frozen=True)
class Unshown:
    """A sign that no font can show, and the words that it stands in."""

    sign: str
    within: str


@dataclass(frozen=True)
class Faces:
    """Whether the fonts of the machine are looked through too, and what none of them can show."""

    of_the_machine: bool = False
    unshown: tuple[Unshown, ...] = ()


class Typeset(bytes):
    """A file, with what of its words came out as boxes."""

    unshown: tuple[Unshown, ...] = ()

    @classmethod
    def of(cls, content: bytes, unshown: tuple[Unshown, ...]) -> "Typeset":
        """Return the bytes of a file with what they could not show."""
        made = cls(content)
        made.unshown = unshown
        return made


def faces_for(data: Any) -> Faces:
    """Return the fonts for all words in data: texts in lists and mappings, of an SVG what it shows."""
    words = [*_words(data)]
    rare = sorted({sign for said in words for sign in said if ord(sign) > LATIN and sign not in OURS})
    missing = [sign for sign in rare if category(sign) not in UNSEEN and not _shown(sign, ours_only=True)]
    if not missing:
        return Faces()
    lost = [sign for sign in missing if not _shown(sign, ours_only=False)]
    return Faces(True, tuple(Unshown(sign, _within(sign, words)) for sign in lost))


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for value in data.values():
            yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)
    elif isinstance(data, str):
        yield from WORDS_OF_SVG.findall(data) if data.startswith(SVG) else [data]


@cache
def _shown(sign: str, *, ours_only: bool) -> bool:
    """Ask typst, which refuses a tagged page with a sign that it has no font for."""
    import typst

    try:
        typst.compile(PAGE, format="pdf", sys_inputs={"sign": sign}, ignore_system_fonts=ours_only,
                      pdf_standards="ua-1", timestamp=0)  # fmt: skip
    except typst.TypstError:
        return False
    return True


def _within(sign: str, words: list[str]) -> str:
    """The words round the sign where it stands first, on one line."""
    said = " ".join(next(one for one in words if sign in one).split())
    place = said.find(sign)
    return said[max(place - AROUND, 0) : place + AROUND].strip()
