"""The board's paper: fifteen sections, the decision in figures, deadlines, and what residents ask."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests.drawing import CATALOGUE, draw, plan_of, wish
from vildplan.core.calendar import calendar_year
from vildplan.core.planting import propose_planting, surroundings
from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.meeting import DecidedBy, Meeting
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.board import BoardAsked, board_document, board_record
from vildplan.proposal.board.asked import joined, whole_parts, without_options
from vildplan.proposal.board.lawn import mown_m2
from vildplan.proposal.board.questions import answers
from vildplan.proposal.calendar_work import STEADY, first_year_of, work_of
from vildplan.proposal.charts import Panels
from vildplan.proposal.document import Bullets, DecisionBox, Document, Grid, Heading, Picture, m2
from vildplan.proposal.texts import Asked
from vildplan.proposal.words import say
from vildplan.reading.flora import read_flora
from vildplan.reading.guidance import read_guidance

DA, EN = Language.DANISH, Language.ENGLISH


LAND = "\n".join(["H" * 20, "=" * 20, *["." * 20] * 10])


@cache
def yard() -> Plan:
    """100 m by 50 m of lawn, a path and a block north of it, planted."""
    plan = plan_of(draw(LAND), replace(wish("20%"), dwellings=20))
    near = surroundings(plan.zones, plan.inventory, CATALOGUE)
    numbers = {value.key: value for value in CATALOGUE.values()}
    return replace(
        plan, planting=propose_planting(plan.zones, read_flora(), numbers, plan.wishes.plants, near)
    )


def board(**said: object) -> BoardAsked:
    plan = yard()
    work = work_of(plan)
    year = calendar_year(work, first_year_of(plan, work.crew), STEADY)
    assert plan.economy is not None
    assert plan.budget is not None
    words = Asked(plan, plan.zones, read_guidance())
    return BoardAsked(plan, words, Meeting(**said), year, plan.economy, plan.budget)  # type: ignore[arg-type]


def decision(document: Document) -> DecisionBox:
    return next(block for block in document.blocks if isinstance(block, DecisionBox))


def rows(document: Document, caption: str) -> list[list[str]]:
    grid = next(block for block in document.blocks if isinstance(block, Grid)
                and block.caption is not None and say(block.caption, DA).endswith(caption))  # fmt: skip
    return [[say(cell, DA) for cell in row] for row in grid.rows]


def test_the_sections_are_fifteen_and_in_order() -> None:
    blocks = board_document(board()).blocks
    numbered = [block for block in blocks if isinstance(block, Heading) and block.number]
    assert [heading.number for heading in numbered] == [*range(1, 16)]
    told = [say(heading.words, DA) for heading in numbered]
    assert told[0] == "Indstilling"
    assert told[8] == "Økonomi"
    assert told[14] == "Antagelser og kilder"
    pictures = [say(block.caption, DA) for block in blocks if isinstance(block, Picture)]
    assert [caption.split(".")[0] for caption in pictures] == ["Kort 1", "Kort 2", "Figur 1", "Figur 2"]


def test_less_and_more_are_held_against_the_plan() -> None:
    """The plan takes 1,000 of 5,000 m2 and the other 1,500; all of it is lawn that is mown today."""
    asked = board()
    more = plan_of(draw(LAND), replace(wish("30%"), dwellings=20))
    assert more.budget is not None
    document = board_document(replace(asked, others=(more,)))
    lawn = mown_m2(asked.plan)[0]
    told = rows(document, "Mindre eller mere vildt")
    assert [row[0] for row in told] == ["0 % (i dag)", "20 % (planen)", "30 %"]
    sizes = [0.0, asked.plan.zones_m2, more.zones_m2]
    assert [row[1] for row in told] == [say(m2(size), DA) for size in sizes]
    assert [row[4] for row in told] == [say(m2(lawn - size), DA) for size in sizes]
    assert told[0][2:4] == ["0", "0,00 kr."]
    month_kr = float(more.budget.in_all.year_kr.likely) / 12 / 20
    assert told[2][3] == say(text("{v:kroner}", "", v=month_kr), DA)
    picture = next(block for block in document.blocks if isinstance(block, Picture)
                   and isinstance(block.drawing, Panels))  # fmt: skip
    assert isinstance(picture.drawing, Panels)
    hours, kr, left = picture.drawing.curves
    assert [curve.mark for curve in (hours, kr, left)] == [1, 1, 1]
    assert kr.y[2] == pytest.approx(month_kr)
    assert left.y == pytest.approx([lawn - size for size in sizes])
    assert told[1][3] in say(picture.alt, DA)


def test_without_other_plans_there_are_no_curves() -> None:
    document = board_document(board())
    assert "Mindre eller mere vildt" not in [
        say(block.words, DA) for block in document.blocks if isinstance(block, Heading)
    ]


def test_the_decision_has_the_plans_own_figures() -> None:
    asked = board()
    said = " ".join(say(point, DA) for point in decision(board_document(asked)).points)
    year = asked.budget.years[2]
    for figure in (text("{v:m2}", "", v=asked.plan.zones_m2), text("{v:kr}", "", v=float(year.after_kr)),
                   text("{v:kr}", "", v=float(asked.budget.begin_kr.likely)),
                   text("{v:pct}", "", v=asked.plan.zones_m2 / asked.plan.inventory.outdoor_m2)):  # fmt: skip
        assert say(figure, DA) in said


@pytest.mark.parametrize(
    ("who", "lead", "choice"),
    [
        (DecidedBy.MEETING, "Afdelingsmødet godkender", "JA"),
        (DecidedBy.BOARD, "Afdelingsbestyrelsen beslutter, inden for det driftsbudget", "GODKENDT"),
        (DecidedBy.ORGANISATION, "Organisationsbestyrelsen anbefaler afdelingsmødet", "ANBEFALES"),
    ],
)
def test_who_decides_changes_the_words(who: DecidedBy, lead: str, choice: str) -> None:
    box = decision(board_document(board(decided_by=who)))
    assert say(box.lead, DA).startswith(lead)
    assert say(box.choices[0], DA) == choice


def test_who_decides_changes_the_check_list() -> None:
    def asked_of_the_office(who: DecidedBy) -> str:
        found = rows(board_document(board(decided_by=who)), "Spørg boligorganisationens administration")
        return " ".join(row[1] for row in found)

    assert "Hvornår skal forslaget være inde?" in asked_of_the_office(DecidedBy.MEETING)
    assert "Kan bestyrelsen selv beslutte det?" not in asked_of_the_office(DecidedBy.MEETING)
    assert "Kan bestyrelsen selv beslutte det?" in asked_of_the_office(DecidedBy.BOARD)
    assert "Hvornår skal forslaget være inde?" not in asked_of_the_office(DecidedBy.BOARD)
    more = [say(item, DA) for block in board_document(board(decided_by=DecidedBy.BOARD)).blocks
            if isinstance(block, Bullets) and block.boxes for item in block.items]  # fmt: skip
    assert any("det godkendte driftsbudget" in item for item in more)


def test_deadlines_are_weeks_before_where_no_day_is_said() -> None:
    found = [row[:2] for row in rows(board_document(board()), "Tidsplan")]
    assert found[:4] == [
        ["4 uger før", "Der indkaldes til mødet"], ["3 uger før", "Forslaget skal være inde"],
        ["1 uge før", "Forslaget sendes til beboerne"], ["Mødet", "Afdelingsmødet stemmer"],
    ]  # fmt: skip


def test_deadlines_are_days_where_the_day_is_said() -> None:
    # 28 days before 18 March 2027 is 18 February, 14 days 4 March, 7 days 11 March.
    asked = board(date=date(2027, 3, 18), proposals_weeks=2)
    found = [row[0] for row in rows(board_document(asked), "Tidsplan")]
    assert found[:4] == [
        "senest 18. februar 2027", "senest 4. marts 2027", "senest 11. marts 2027", "18. marts 2027",
    ]  # fmt: skip


def test_a_board_has_no_deadline_for_proposals() -> None:
    found = [row[1] for row in rows(board_document(board(decided_by=DecidedBy.BOARD)), "Tidsplan")]
    assert found[0] == "Oplægget sendes ud med dagsordenen"
    assert "Forslaget skal være inde" not in found


def test_tables_are_numbered_in_their_order() -> None:
    captions = [say(block.caption, EN) for block in board_document(board()).blocks
                if isinstance(block, Grid) and block.caption is not None]  # fmt: skip
    assert [caption.split(".")[0] for caption in captions] == [
        f"Table {n}" for n in range(1, len(captions) + 1)
    ]


def test_the_questions_are_answered_in_both_languages() -> None:
    asked = board()
    said = {say(question, EN): say(answer, EN) for question, answer in answers(asked)}
    assert len(said) == 13
    assert "No saving is promised" in said["Is it a round of savings?"] or "at least" in said[
        "Is it a round of savings?"]  # fmt: skip
    assert (
        f"from {float(asked.economy.hours_before):.0f} to" in said["What do the staff do instead of mowing?"]
    )
    assert "1 m from paths" in said["What about ticks?"]
    assert all(say(answer, DA) for _, answer in answers(asked))


def test_the_record_has_the_figures_in_full() -> None:
    asked = board()
    record = board_record(asked, EN)
    assert record["zones_m2"] == asked.plan.zones_m2
    assert record["budget"]["establishment_kr"]["likely"] == float(asked.budget.begin_kr.likely)
    assert record["meeting"] == {"date": None, "notice_weeks": 4, "proposals_weeks": 3, "sent_out_weeks": 1}
    assert record["decided_by"] == "afdelingsmøde"


def test_whole_parts_add_up_to_the_rounded_sum() -> None:
    # 2,798.6 + 1,052.6 = 3,851.2: both round up to 3,852 together; the larger remainder is raised.
    assert whole_parts([2798.6, 1052.5]) == [2799.0, 1052.0]
    assert whole_parts([10.0, 20.0]) == [10.0, 20.0]


def test_several_are_joined_as_people_say_them() -> None:
    assert say(joined((plain("a"),)), DA) == "a"
    assert say(joined((plain("a"), plain("b"), plain("c"))), DA) == "a, b og c"


def test_options_to_type_are_left_out() -> None:
    inner = Text("legeplænen (--play-lawn)", "the play lawn (--play-lawn)")
    assert say(without_options(text("{x}, i dag", "{x}, today", x=inner)), DA) == "legeplænen, i dag"
    advice = text("Højt græs: Z2. Skriv --clearance facade=5 for det.", "Tall grass: Z2. Type --clearance.")
    assert say(without_options(advice), DA) == "Højt græs: Z2."


def test_faults_of_the_file_are_counted_for_residents_and_told_to_whoever_drew_the_map() -> None:
    mended, bare = text("omridset er repareret", "mended"), text("410 m² er ikke beskrevet", "bare")
    fault = Finding(plain("have.geojson: A7"), Severity.WARNING, mended, plain(""))
    ground = Finding(plain("have"), Severity.WARNING, bare, plain(""))
    asked = board()
    department = replace(asked.plan.department, findings=(fault,))
    plan = replace(asked.plan, department=department, findings=(fault, ground))
    said = [say(words, DA) for block in board_document(replace(asked, plan=plan)).blocks
            for words in (block.items if isinstance(block, Bullets) else (getattr(block, "words", None),))
            if isinstance(words, Text)]  # fmt: skip
    assert "Selve kortet har ét sted at rette; det står i planens rapport." in said
    assert any("410 m² er ikke beskrevet" in one for one in said)
    assert not any("omridset er repareret" in one for one in said)
