"""The page that people read, `rapport.html`, against the same page made anew: the words, not the drawing."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape
from pathlib import Path

from vildplan.cli.planted import with_planting
from vildplan.cli.showing import REPORT
from vildplan.errors import text
from vildplan.export.html import report_html
from vildplan.model.checked import Check, Difference
from vildplan.model.plan import Plan
from vildplan.model.stored import StoredPlan
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.report import plan_document

UNSEEN = re.compile(r"<(style|script|svg)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def report_check(stored: StoredPlan, made: Plan) -> Check:
    """Compare what a reader sees of the report with what is worked out now."""
    name = text("Rapporten, som folk læser den", "The report as people read it")
    path = Path(stored.folder) / REPORT
    now = _seen(report_html(plan_document(with_planting(made)), map_drawing(made), stored.language))
    if not path.is_file():
        return Check("report", name, 0, len(now), (Difference(REPORT, "", None, len(now)),))
    said = _seen(path.read_text("utf-8", errors="replace"))
    return Check("report", name, 0, len(now), tuple(_differences(said, now)))


def _seen(page: str) -> list[str]:
    """The pieces of text between the tags, without those that nobody sees."""
    pieces = TAG.split(UNSEEN.sub("<>", page))
    return [" ".join(unescape(piece).split()) for piece in pieces if piece.strip()]


def _differences(said: list[str], now: list[str]) -> Iterator[Difference]:
    for kind, a, b, c, d in SequenceMatcher(None, said, now, autojunk=False).get_opcodes():
        if kind != "equal":
            words = (" ".join(part) or None for part in (said[a:b], now[c:d]))
            yield Difference(REPORT, str(a + 1), *words)
