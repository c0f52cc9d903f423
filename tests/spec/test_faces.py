"""Fonts: ours alone for what people write here, the machine's for the rest, and a word on what is lost."""

from unicodedata import category

import pytest

from vildplan.cli.unshown import put_unshown
from vildplan.export.faces import LATIN, OURS, UNSEEN, Faces, Typeset, Unshown, faces_for
from vildplan.export.typesetting import pdf_of
from vildplan.model.wishes import Language

# No language has this place of Unicode, so no font has a sign in it.
NOBODYS = "\u0378"
PAPER = {"lang": "da", "region": "dk", "title": "x", "author": "x", "page": "side"}


def paper(words: str) -> Typeset:
    blocks = [{"kind": "text", "tone": "normal", "words": words}]
    return pdf_of("paper.typ", {**PAPER, "blocks": blocks})


def test_what_is_written_here_needs_no_font_of_the_machine() -> None:
    danish = "Ærø, blåhat – 1.234 m² · 12³ ☐ JA “x” … é ü ß Ł"
    assert faces_for({"a": [danish], "svg": "<svg><text>Kælkebakken</text></svg>"}) == Faces()


def test_our_own_signs_are_in_our_own_fonts() -> None:
    """What `faces` takes for granted: the signs are asked for as those of anybody else."""
    from vildplan.export.faces import _shown

    signs = [sign for sign in OURS if category(sign) not in UNSEEN]
    latin = [chr(n) for n in range(0xA1, LATIN + 1) if category(chr(n)) not in UNSEEN]
    assert _shown("".join(signs), ours_only=True)
    assert _shown("".join(latin), ours_only=True)


def test_a_sign_that_no_font_has_is_told_with_its_words() -> None:
    faces = faces_for([f"Gården {NOBODYS} ved søen", "b"])
    assert faces == Faces(True, (Unshown(NOBODYS, f"Gården {NOBODYS} ved søen"),))
    content = paper(f"Gården {NOBODYS}")
    assert content.startswith(b"%PDF-")
    assert content.unshown == (Unshown(NOBODYS, f"Gården {NOBODYS}"),)


def test_the_usual_paper_has_the_same_bytes_and_nothing_lost() -> None:
    assert paper("Gården ved søen") == paper("Gården ved søen")
    assert paper("Gården ved søen").unshown == ()


@pytest.mark.parametrize("language", Language)
def test_what_is_lost_is_told_on_stderr(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    lost = tuple(Unshown(chr(0x1F33C + n), f"gård {n}") for n in range(7))
    put_unshown(Typeset.of(b"", lost), language)
    put_unshown(b"", language)
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert len(lines) == 5 + 1
    assert "gård 4" in lines[4]
    assert lines[5].startswith("2 ")
    assert "Noto" in lines[5]
