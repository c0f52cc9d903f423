"""Sentences in Danish and English, with numbers as people there write them."""

import pytest

from tests.drawing import CATALOGUE
from vildplan.errors import plain, text
from vildplan.proposal.words import (
    Language,
    kroner,
    m2,
    metres,
    month_span,
    number,
    percent,
    quantity,
    say,
    whole,
)

DA, EN = Language.DANISH, Language.ENGLISH


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (4500, "4.500 m²", "4,500 m²"),
        (1234567.4, "1.234.567 m²", "1,234,567 m²"),
        (9.54, "9,5 m²", "9.5 m²"),
        (3, "3 m²", "3 m²"),
        (12.4, "12 m²", "12 m²"),
        (0, "0 m²", "0 m²"),
        (-250, "-250 m²", "-250 m²"),
        (-0.04, "0 m²", "0 m²"),  # no minus nothing
    ],
)
def test_square_metres(value: float, danish: str, english: str) -> None:
    assert (m2(value, DA), m2(value, EN)) == (danish, english)


@pytest.mark.parametrize(
    ("share", "danish", "english"),
    [
        (0.3, "30 %", "30%"),
        (0.125, "12,5 %", "12.5%"),
        (0.0037, "0,4 %", "0.4%"),
        (1, "100 %", "100%"),
        (-0.0001, "0 %", "0%"),
    ],
)
def test_per_cent(share: float, danish: str, english: str) -> None:
    assert (percent(share, DA), percent(share, EN)) == (danish, english)


def test_metres_kroner_and_numbers() -> None:
    assert (metres(1.5, DA), metres(1.5, EN)) == ("1,5 m", "1.5 m")
    assert (kroner(12345.6, DA), kroner(12345.6, EN)) == ("12.346 kr.", "DKK 12,346")
    assert (whole(12345, DA), whole(12345, EN)) == ("12.345", "12,345")
    assert (number(2.25, DA), number(2.25, EN)) == ("2,25", "2.25")


def test_a_number_has_its_unit_in_the_readers_language() -> None:
    assert (quantity(2.2, "point/m2", DA), quantity(2.2, "point/m2", EN)) == ("2,2 point/m²", "2.2 points/m²")
    assert (quantity(14, "dage", DA), quantity(14, "dage", EN)) == ("14 dage", "14 days")
    assert (quantity(0.5, "andel", DA), quantity(0.5, "andel", EN)) == ("50 %", "50%")
    assert quantity(400, "m2", DA) == "400 m²"


def test_months_are_a_span_where_they_follow_each_other() -> None:
    assert month_span((4, 5, 6, 7, 8, 9, 10), DA) == "apr.-okt."
    assert month_span((9,), DA) == "sep."
    assert month_span((1, 9), DA) == "jan., sep."
    assert month_span((), DA) == ""


def test_a_sentence_fills_in_its_facts() -> None:
    sentence = text("{area:m2} af {name}", "{area:m2} of {name}", area=4500, name="Nordplænen")
    assert say(sentence, DA) == "4.500 m² af Nordplænen"
    assert say(sentence, EN) == "4,500 m² of Nordplænen"


def test_a_fact_may_be_a_sentence_or_several() -> None:
    facts = (text("eng", "meadow"), text("krat", "scrub"))
    assert say(text("Her er {what}.", "Here is {what}.", what=facts), DA) == "Her er eng, krat."
    assert say(text("Her er {what}.", "Here is {what}.", what=facts[0]), EN) == "Here is meadow."


def test_a_name_with_braces_is_left_alone() -> None:
    assert say(plain("{gården} 3"), DA) == "{gården} 3"


def test_a_fact_that_is_missing_is_a_fault_in_the_program() -> None:
    with pytest.raises(KeyError):
        say(text("{area:m2}", "{area:m2}"), DA)


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_of_the_catalogue_can_be_said(language: Language) -> None:
    for note in CATALOGUE.care:
        assert "{" not in say(note.sentence, language)
        assert note.short is None or "{" not in say(note.short, language)
    for value in CATALOGUE.values():
        assert quantity(value.number, value.unit, language)


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (51.2, "+51", "+51"), (-53.6, "-54", "-54"), (0.3, "0", "0"), (-0.3, "0", "0"),
        (12_400, "+12.400", "+12,400"),
    ],
)
def test_a_change_has_its_sign(value: float, danish: str, english: str) -> None:
    change = text("{v:plus}", "{v:plus}", v=value)
    assert (say(change, DA), say(change, Language.ENGLISH)) == (danish, english)


def test_one_of_a_unit_is_in_the_singular() -> None:
    once = text("{q:quantity}", "{q:quantity}", q=(1.0, "gange"))
    assert (say(once, DA), say(once, Language.ENGLISH)) == ("1 gang", "1 time")
