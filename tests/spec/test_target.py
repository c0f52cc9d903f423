"""What a person types as a goal."""

import pytest

from vildplan.errors import WrongUsageError
from vildplan.proposal.words import Language, say
from vildplan.reading.wishes import read_target


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("0.3", 0.3),
        ("0,3", 0.3),
        (".3", 0.3),
        ("30%", 0.3),
        ("30 %", 0.3),
        ("30 pct.", 0.3),
        ("30 procent", 0.3),
        ("12,5%", 0.125),
        ("12.5 %", 0.125),
        ("100%", 1.0),
        ("1", 1.0),
        (" 30% ", 0.3),
    ],
)
def test_a_share(typed: str, share: float) -> None:
    target = read_target(typed)
    assert target.share == pytest.approx(share)
    assert target.area_m2 is None
    assert target.asked == typed


@pytest.mark.parametrize(
    ("typed", "area_m2"),
    [
        ("4500m2", 4500),
        ("4500 m2", 4500),
        ("4500m²", 4500),
        ("4.500 m²", 4500),
        ("4 500 m2", 4500),
        ("1.234.567 m2", 1_234_567),
        ("4500,5 m2", 4500.5),
        ("4500 kvm", 4500),
        ("4500 M2", 4500),
    ],
)
def test_square_metres(typed: str, area_m2: float) -> None:
    target = read_target(typed)
    assert target.area_m2 == pytest.approx(area_m2)
    assert target.share is None


@pytest.mark.parametrize(
    "typed",
    ["0", "-1", "1.2", "abc", "nan", "inf", "", "%", "0%", "-5%", "0m2", "101%", "1e-1", "30 %%", "m2"],
)
def test_what_is_no_target_is_wrong_usage_with_an_example(typed: str) -> None:
    with pytest.raises(WrongUsageError) as error:
        read_target(typed)
    assert error.value.exit_code == 2
    assert f"--target {typed}" in say(error.value.sentence, Language.DANISH)
    assert "--target" in say(error.value.advice, Language.DANISH)


def test_a_bare_30_was_probably_30_per_cent() -> None:
    with pytest.raises(WrongUsageError) as error:
        read_target("30")
    assert say(error.value.advice, Language.DANISH) == "Mente du 30 %? Skriv --target 30%."
    assert say(error.value.advice, Language.ENGLISH) == "Did you mean 30%? Type --target 30%."


def test_a_bare_4500_was_probably_square_metres() -> None:
    with pytest.raises(WrongUsageError) as error:
        read_target("4500")
    assert say(error.value.advice, Language.DANISH) == "Mente du 4.500 m²? Skriv --target 4500m2."
