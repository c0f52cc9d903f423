"""What is stored against what is worked out now: every place that differs, by its key."""

import pytest

from vildplan.model.checked import Difference
from vildplan.proposal.differences import compare


def differing(stored: object, now: object) -> list[tuple[str, object, object]]:
    return [(one.key, one.stored, one.now) for one in compare(stored, now, "plan.toml").differences]


def test_members_of_a_list_go_by_their_id() -> None:
    stored = {"zones": [{"id": "Z1", "area_m2": 10.0}, {"id": "Z2", "area_m2": 20.0}]}
    now = {"zones": [{"id": "Z2", "area_m2": 20.0}, {"id": "Z1", "area_m2": 12.0}]}
    assert differing(stored, now) == [("zones.Z1.area_m2", 10.0, 12.0)]


def test_members_without_an_id_go_by_their_place() -> None:
    assert differing({"months": [5, 6]}, {"months": [5, 7]}) == [("months.2", 6, 7)]


def test_the_two_runs_of_one_weight_are_told_apart() -> None:
    runs = [{"key": "near_path", "factor": 0.5, "share_kept": 0.9}, {"key": "near_path", "factor": 2.0}]
    now = [runs[0] | {"share_kept": 0.8}, runs[1]]
    assert differing({"runs": runs}, {"runs": now}) == [("runs.near_pathx0.5.share_kept", 0.9, 0.8)]


def test_what_is_only_on_one_side_is_told_once() -> None:
    zone = {"id": "Z3", "area_m2": 5.0, "name": "Bakken"}
    assert differing({"zones": [zone]}, {"zones": []}) == [("zones.Z3", zone, None)]
    assert differing({}, {"note": "ny"}) == [("note", None, "ny")]


@pytest.mark.parametrize(
    ("key", "stored", "now", "same"),
    [
        ("reached_share", 0.3, 0.3 + 2e-7, True),
        ("reached_share", 0.3, 0.30001, False),
        ("kr", 123_456.0, 123_456.004, True),
        ("kr", 123_456.0, 123_456.01, False),
        ("points", 123_456.0, 123_456.1, True),
        ("area_m2", 12.0, 12.009, True),
        ("area_m2", 12.0, 12.011, False),
        ("points_per_m2", 2.2, 2.209, False),
        ("reachable", True, False, False),
        ("reachable", True, 1.0, True),
        ("phase", 1, 1.0, True),
        ("summary", "30 % i alt", "30 % i alt.", False),
        ("note", "1", 1, False),
    ],
)
def test_how_close_is_the_same(key: str, stored: object, now: object, same: bool) -> None:
    assert (differing({key: stored}, {key: now}) == []) is same


def test_m2_within_a_table_of_m2_are_m2() -> None:
    assert differing({"surfaces_m2": {"lawn": 12.0}}, {"surfaces_m2": {"lawn": 12.009}}) == []


def test_numbers_and_words_are_counted() -> None:
    found = compare({"a": 1, "b": "x", "c": [1.0, "y", True]}, {"a": 1, "b": "x", "c": [1.0, "y", True]}, "f")
    assert (found.numbers, found.words, found.differences) == (2, 3, ())
    assert compare(1, 2, "f", "k").differences == (Difference("f", "k", 1, 2),)
