"""A `vildplan.toml` to begin with: what somebody wished, and every other key as a comment."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from vildplan.errors import Text, plain, text
from vildplan.model import crew, meeting
from vildplan.model.catalogue import Catalogue
from vildplan.model.money_keys import SEVERAL, MoneyKey
from vildplan.model.plan_keys import KEYS, TABLE, PlanKey
from vildplan.model.site_keys import PLACE, SITE_KEYS, SITE_TABLE
from vildplan.model.value import Value
from vildplan.model.wishes import Language
from vildplan.proposal.department_settings import EXAMPLES
from vildplan.proposal.department_settings import KEYS as KEYS_OF_DEPARTMENT
from vildplan.proposal.money_settings import HEADINGS
from vildplan.proposal.observe_settings import OBSERVE_EXAMPLE, OWN_COLUMNS
from vildplan.proposal.settings import EXAMPLE_KEY, PLANT_EXAMPLES, PLANTS, TOPICS
from vildplan.proposal.site_settings import choices
from vildplan.proposal.words import quantity, say

WIDTH = 88


def own_toml(
    areas: str, wishes: Mapping[str, Sequence[str]], catalogue: Catalogue, keys: Sequence[MoneyKey],
    language: Language,
) -> str:  # fmt: skip
    """Return the text of the file.

    `areas` is the name of the file of areas; `wishes` are by key, as they would be typed where it lies.
    `keys` are those of the tables on money, which all come as comments.
    """
    lines = [*_comment(_head(areas), language), "", f"[{TABLE}]"]
    for topic, heading in TOPICS.items():
        lines += ["", f"# --- {say(heading, language)} ---"]
        for key in KEYS:
            if key.topic is topic:
                lines += ["", *_key(key, wishes.get(key.name, ()), language)]
    lines += ["", *_site(language)]
    lines += _money(keys, language)
    lines += ["", *_crew(language), "", *_plants(language), "", *_department(language)]
    lines += ["", *_meeting(language), "", *_observe(language)]
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


def _site(language: Language) -> Iterator[str]:
    """What may be said of the place, all of it as comments."""
    yield f"[{SITE_TABLE}]"
    yield ""
    yield from _comment(text(
        "Hvad I ved om stedet. De første nøgler gælder hele afdelingen (jordens næring står som soil under "
        "[plan]). Resten står ved de arealer, det gælder:",
        "What you know of the place. The first keys hold of the whole department (how rich the soil is "
        "stands as soil under [plan]). The rest stands with the areas it is about:",
    ), language)  # fmt: skip
    yield from (f"# {key.name} = {key.example}" for key in SITE_KEYS if key.whole and key.name != "soil")
    yield ""
    yield f"# [[{SITE_TABLE}.{PLACE}]]"
    yield "# " + say(text('areas = ["Midterplænen"]', 'areas = ["The middle lawn"]'), language)
    for key in SITE_KEYS:
        meaning = say(text("{meaning} ({words})", "{meaning} ({words})", meaning=key.meaning,
                           words=choices(key)), language)  # fmt: skip
        yield from _comment(plain("  " + meaning), language)
        yield f"# {key.name} = {key.example}"


def _money(keys: Sequence[MoneyKey], language: Language) -> Iterator[str]:
    """The tables on money, each with its heading; one that may stand several times is a comment whole."""
    for table, heading in HEADINGS.items():
        members = [key for key in keys if key.table == table]
        yield from ("", f"# --- {say(heading, language)} ---", "")
        yield ("# " if table in SEVERAL else "") + members[0].heading
        for key in members:
            meaning = text("{meaning}. Ellers: {usual}.", "{meaning}. Default: {usual}.",
                           meaning=key.meaning, usual=key.usual)  # fmt: skip
            yield from _comment(text("{m}.", "{m}.", m=key.meaning) if key.needed else meaning, language)
            yield f"# {say(key.line, language)}"


def _crew(language: Language) -> Iterator[str]:
    """Every key of `[crew]` as a comment."""
    yield f"[{crew.TABLE}]"
    for key in crew.CREW_KEYS:
        yield ""
        yield from _comment(text("{meaning}. Ellers: {usual}.", "{meaning}. Default: {usual}.",
                                 meaning=key.meaning, usual=key.usual), language)  # fmt: skip
        yield f"# {key.name} = {key.example}"


def _plants(language: Language) -> Iterator[str]:
    """Species by name, as comments."""
    yield "[plants]"
    for key, meaning in PLANTS.items():
        yield ""
        yield from _comment(text("{meaning}.", "{meaning}.", meaning=meaning), language)
        yield f"# {key} = {PLANT_EXAMPLES[key]}"


def _department(language: Language) -> Iterator[str]:
    """What texts and signs say of the department, as comments."""
    yield "[department]"
    for key, meaning in KEYS_OF_DEPARTMENT:
        yield ""
        yield from _comment(text("{meaning:cap}.", "{meaning:cap}.", meaning=meaning), language)
        yield f"# {key} = {EXAMPLES[key]}"


def _observe(language: Language) -> Iterator[str]:
    """Own columns of finds, as a comment."""
    yield "[observe]"
    yield ""
    yield from _comment(text("{words:cap}.", "{words:cap}.", words=OWN_COLUMNS), language)
    yield f"# {OBSERVE_EXAMPLE}"


def _meeting(language: Language) -> Iterator[str]:
    """Every key of `[meeting]` as a comment."""
    yield f"[{meeting.TABLE}]"
    for key in meeting.MEETING_KEYS:
        yield ""
        yield from _comment(text("{meaning}.", "{meaning}.", meaning=key.meaning), language)
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
