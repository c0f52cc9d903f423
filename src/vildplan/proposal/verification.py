"""What came of verifying a plan -> a page: one line a check, and everything that differs with its key."""

import re
from collections.abc import Iterator, Sequence

from vildplan.errors import Text, counted, plain, text
from vildplan.model.checked import Check, Difference
from vildplan.proposal.document import NOTHING, Block, Column, Document, Grid, Paragraph, Tone

MOST_TOLD = 12
MOST_LETTERS = 90
HASH, HASH_LETTERS = re.compile("[0-9a-f]{64}"), 12
DIGITS = range(4, 17)
HOLDS, DIFFERS = text("passer", "holds"), text("afviger", "differs")


def verification_document(folder: str, checks: Sequence[Check]) -> Document:
    """Return the page."""
    title = text("Efterregning af {folder}", "Verification of {folder}", folder=folder)
    return Document(title, tuple(_blocks(checks)))


def conclusion(checks: Sequence[Check]) -> Text:
    """Say whether all holds, and how much was worked out again."""
    numbers, words = sum(check.numbers for check in checks), sum(check.words for check in checks)
    count = sum(len(check.differences) for check in checks)
    if not count:
        return text(
            "Alt passer: {numbers:int} tal og {words:int} ord og sætninger er regnet efter ud fra mappens "
            "egne filer.",
            "All holds: {numbers:int} numbers and {words:int} words and sentences were worked out again from "
            "the folder's own files.",
            numbers=numbers, words=words,
        )  # fmt: skip
    return text(
        "{places} passer ikke, ud af {numbers:int} tal og {words:int} ord og sætninger.",
        "{places} differ, out of {numbers:int} numbers and {words:int} words and sentences.",
        places=counted(count, ("sted", "steder"), ("place", "places")), numbers=numbers, words=words,
    )  # fmt: skip


def _blocks(checks: Sequence[Check]) -> Iterator[Block]:
    rows = tuple((HOLDS if check.holds else DIFFERS, check.name, _count(check)) for check in checks)
    yield Grid((Column(NOTHING), Column(NOTHING), Column(NOTHING, right=True)), rows)
    for check in checks:
        if not check.holds:
            yield Paragraph(NOTHING)
            yield from _told(check)
    all_hold = all(check.holds for check in checks)
    yield Paragraph(NOTHING)
    yield Paragraph(conclusion(checks), Tone.GOOD if all_hold else Tone.CAUTION)
    if not all_hold:
        yield Paragraph(text(
            "Har nogen rettet i hånden, så ligger tidligere udgaver i mappens history/. En plan fra en anden "
            "udgave af vildplan kan også afvige. Planen laves igen med vildplan plan.",
            "If somebody changed something by hand, earlier versions lie in the folder's history/. A plan of "
            "another version of vildplan may differ too. The plan is made again with vildplan plan.",
        ), Tone.QUIET)  # fmt: skip


def _count(check: Check) -> Text:
    return text("{count:int}", "{count:int}", count=check.numbers + check.words)


def _told(check: Check) -> Iterator[Block]:
    yield Paragraph(text("{name}:", "{name}:", name=check.name), Tone.STRONG)
    if check.note is not None:
        yield Paragraph(check.note, Tone.CAUTION)
    told, more = check.differences[:MOST_TOLD], len(check.differences) - MOST_TOLD
    yield Grid(
        (
            Column(text("Fil", "File")), Column(text("Nøgle", "Key")),
            Column(text("Gemt", "Stored")), Column(text("Nu", "Now")),
        ),
        tuple(_row(one) for one in told),
    )  # fmt: skip
    if more > 0:
        yield Paragraph(text(
            "... og {more:int} til; --json viser alle.", "... and {more:int} more; --json shows all.",
            more=more,
        ), Tone.QUIET)  # fmt: skip


def _row(one: Difference) -> tuple[Text, ...]:
    digits = _digits(one.stored, one.now)
    return plain(one.file), plain(one.key), _worded(one.stored, digits), _worded(one.now, digits)


def _digits(stored: object, now: object) -> int:
    """So many digits as it takes to see that two numbers differ."""
    if not (_is_number(stored) and _is_number(now)):
        return DIGITS[-1]
    return next((k for k in DIGITS if f"{stored:.{k}g}" != f"{now:.{k}g}"), DIGITS[-1])


def _worded(value: object, digits: int) -> Text:
    if value is None:
        return text("findes ikke", "not there")
    if isinstance(value, bool):
        return text("ja", "yes") if value else text("nej", "no")
    if _is_number(value):
        words = f"{value:.{max(digits, 6)}g}"
        return Text(words.replace(".", ","), words)
    words = value if isinstance(value, str) else str(value)
    most = HASH_LETTERS if HASH.fullmatch(words) else MOST_LETTERS
    return plain(words if len(words) <= most else words[:most] + " …")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
