"""A `vildplan.toml` to begin with: what somebody wished, and every other key as a comment."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from vildplan.errors import Text, plain, text
from vildplan.model import crew
from vildplan.model.catalogue import Catalogue, Value
from vildplan.model.plan_keys import KEYS, TABLE, PlanKey
from vildplan.model.wishes import Language
from vildplan.proposal.settings import EXAMPLE_KEY, TOPICS
from vildplan.proposal.words import quantity, say

WIDTH = 88


def own_toml(
    areas: str, wishes: Mapping[str, Sequence[str]], catalogue: Catalogue, language: Language
) -> str:
    """Return the text of the file.

    `areas` is the name of the file of areas; `wishes` are by key, as they would be typed where it lies.
    """
    lines = [*_comment(_head(areas), language), "", f"[{TABLE}]"]
    for topic, heading in TOPICS.items():
        lines += ["", f"# --- {say(heading, language)} ---"]
        for key in KEYS:
            if key.topic is topic:
                lines += ["", *_key(key, wishes.get(key.name, ()), language)]
    lines += ["", *_crew(language)]
    return "\n".join([*lines, "", *_values(catalogue.prices[EXAMPLE_KEY], language), ""])


def _head(areas: str) -> Text:
    return text(
        "Ønsker til planen for {areas}. En linje, der begynder med #, gælder ikke; fjern # for at bruge den. "
        "Det, der skrives i kommandoen, går foran. vildplan config viser, hvad der gælder.",
        "Wishes for the plan of {areas}. A line that begins with # does not hold; take the # away to use it. "
        "What is typed in the command goes before it. vildplan config shows what holds.",
        areas=areas,
    )


def _key(key: PlanKey, wish: Sequence[str], language: Language) -> Iterator[str]:
    """What the key means, and its line: as wished, else as a comment with the default or an example."""
    usual = plain(key.default) if key.default else key.usual
    meaning = text("{meaning}. Ellers: {usual}.", "{meaning}. Default: {usual}.",
                   meaning=key.explained, usual=usual)  # fmt: skip
    if wish:
        yield from _comment(meaning, language)
        yield key.line(*wish)
        return
    example = text("{meaning} Eksempel:", "{meaning} Example:", meaning=meaning)
    yield from _comment(meaning if key.default else example, language)
    yield "# " + key.line(key.default or say(key.example, language))


def _crew(language: Language) -> Iterator[str]:
    """Every key of `[crew]` as a comment."""
    yield f"[{crew.TABLE}]"
    for key in crew.CREW_KEYS:
        yield ""
        yield from _comment(text("{meaning}. Ellers: {usual}.", "{meaning}. Default: {usual}.",
                                 meaning=key.meaning, usual=key.usual), language)  # fmt: skip
        yield f"# {key.name} = {key.example}"


def _values(example: Value, language: Language) -> Iterator[str]:
    yield "[values]"
    yield ""
    yield from _comment(text(
        "Egne tal i stedet for katalogets, når I kender dem bedre; vildplan catalogue viser dem alle. F.eks. "
        "{name} ({size}):",
        "Numbers of your own in place of the catalogue's, where you know better; vildplan catalogue shows "
        "them all. Such as {name} ({size}):",
        name=example.name, size=quantity(example.number, example.unit, language),
    ), language)  # fmt: skip
    yield f"# {example.key} = {example.number:g}"


def _comment(words: Text, language: Language) -> Iterator[str]:
    for line in wrap(say(words, language), WIDTH - 2, break_long_words=False, break_on_hyphens=False):
        yield f"# {line}"
