"""`[crew]` of a `vildplan.toml`: what is set, and what every key means; in words and as records."""

from collections.abc import Iterator
from typing import Any

from vildplan.errors import plain, text
from vildplan.model.crew import CREW_KEYS, TABLE, USUAL_CREW, Crew
from vildplan.model.wishes import Language
from vildplan.proposal.document import Block, Column, Grid, Heading, Paragraph
from vildplan.proposal.words import say

KEY, MEANING = Column(text("Nøgle", "Key")), Column(text("Betyder", "Means"))
DEFAULT, NOW = Column(text("Ellers", "Default")), Column(text("Nu", "Now"))


def crew_blocks(crew: Crew) -> Iterator[Block]:
    """Yield what is set that is not as usual."""
    own = own_words(crew)
    if own:
        yield Heading(plain(f"[{TABLE}]"))
        rows = tuple((plain(key.name), plain(own[key.name]), key.meaning)
                     for key in CREW_KEYS if key.name in own)  # fmt: skip
        yield Grid((KEY, NOW, MEANING), rows)


def crew_explained(crew: Crew) -> Iterator[Block]:
    """Yield every key with its meaning, its usual value and what it is now."""
    own = own_words(crew)
    yield Heading(text("[crew]: hvem der passer det hele", "[crew]: who cares for it all"))
    yield Paragraph(text(
        "Kalenderen (vildplan week og vildplan calendar) lægges efter det her. Den læser filen ved siden af "
        "planmappen, så ændringer slår igennem uden en ny plan.",
        "The calendar (vildplan week and vildplan calendar) is laid by this. It reads the file beside the "
        "plan folder, so that changes take effect without a new plan.",
    ))  # fmt: skip
    rows = tuple(
        (plain(key.name), key.meaning, plain(key.usual), *([plain(own.get(key.name, ""))] if own else []))
        for key in CREW_KEYS
    )
    yield Grid((KEY, MEANING, DEFAULT, *([NOW] if own else [])), rows)


def crew_records(crew: Crew, language: Language, *, explained: bool) -> list[dict[str, Any]]:
    """Return the keys as plain values; `explained` all of them, else those that are set."""
    own, now = own_words(crew), _plain(crew)
    usual = _plain(USUAL_CREW)
    return [
        {"key": key.name, "meaning": say(key.meaning, language), "default": usual[key.name],
         "value": now[key.name], "from": "vildplan.toml" if key.name in own else "default"}
        for key in CREW_KEYS if explained or key.name in own
    ]  # fmt: skip


def own_words(crew: Crew) -> dict[str, str]:
    """Return what is not as usual, by key, as it would stand in the file."""
    now, usual = _plain(crew), _plain(USUAL_CREW)
    return {key: _toml(value) for key, value in now.items() if value != usual[key]}


def _plain(crew: Crew) -> dict[str, Any]:
    return {
        "hours_per_week": float(crew.hours_per_week),
        "closed_weeks": list(crew.closed_weeks),
        "who": [who.value for who in crew.who],
        "first_year": crew.first_year,
        "invasives": list(crew.invasives),
    }


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"
