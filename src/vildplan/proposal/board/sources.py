"""Section 15: what the numbers rest on: the proof, assumptions, faults in the map, and sources."""

from collections.abc import Iterator
from dataclasses import replace

from vildplan.errors import Severity, Text, plain, text
from vildplan.model.value import Status
from vildplan.proposal.assumptions import assumption_rows
from vildplan.proposal.board.asked import BoardAsked, captioned
from vildplan.proposal.document import Block, Bullets, Column, Grid, Heading, Paragraph, Tone
from vildplan.proposal.resting import resting_blocks
from vildplan.proposal.robustness import robustness_sentence
from vildplan.proposal.sentences import outside_sentence, proof_sentence
from vildplan.proposal.texts.checklist import applies

# The column with the names that the catalogue has for its numbers, which say nothing to who votes.
KEY = 1
WIDTHS = (0.14, 0.56, 0.3)


def sources_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield how good the plan is, how well its numbers are known, and where they are from."""
    plan = asked.plan
    yield Heading(text("Hvor god er planen?", "How good is the plan?"), minor=True)
    proof = proof_sentence(plan)
    if plan.proof is not None and proof is not None:
        yield Paragraph(proof)
        yield Paragraph(outside_sentence(plan.proof), Tone.QUIET)
    if plan.robustness is not None:
        yield Paragraph(robustness_sentence(plan, plan.robustness))
    yield Heading(text("Hvad hviler tallene på?", "What do the numbers rest on?"), minor=True)
    for block in resting_blocks(plan):
        if isinstance(block, Grid):
            yield captioned(_without_keys(block), text("Det, der betyder mest", "What matters most"), WIDTHS)
        else:
            yield block
    yield from _findings(asked)
    rows = assumption_rows(plan)
    if rows:
        columns = Column(text("Emne", "Topic")), Column(text("Antagelser", "Assumptions"))
        caption = text("Alle {count:int} antagelser", "All {count:int} assumptions",
                       count=len(plan.assumptions))  # fmt: skip
        yield Grid(columns, rows, quiet=True, caption=caption, widths=(0.18, 0.82))
    yield from _sources(asked)


def _without_keys(grid: Grid) -> Grid:
    columns = grid.columns[:KEY] + grid.columns[KEY + 1 :]
    return replace(grid, columns=columns, rows=tuple(row[:KEY] + row[KEY + 1 :] for row in grid.rows))


def _sources(asked: BoardAsked) -> Iterator[Block]:
    """Where prices, hours and what to ask about were read; only what this plan uses."""
    inputs, checks = asked.budget.inputs, asked.guidance.checks
    known = dict.fromkeys(one.source for one in inputs if one.status is not Status.ASSUMPTION)
    known |= dict.fromkeys(item.origin.source for item in checks if applies(item, asked.words)
                           and item.origin.status is not Status.ASSUMPTION)  # fmt: skip
    if known:
        yield Heading(text("Kilder", "Sources"), minor=True)
        yield Bullets(tuple(plain(source) for source in sorted(known)))


def _findings(asked: BoardAsked) -> Iterator[Block]:
    """What of the land people must look at: warnings only, without the advice on how to type things.

    How the file of areas is written is nothing that residents vote on: the report tells it to whoever
    drew the map.
    """
    told = [one for one in asked.plan.findings if one.severity is not Severity.NOTE]
    of_file = [one for one in told if one in asked.plan.department.findings]
    found = [one for one in told if one not in of_file]
    if of_file:
        yield Paragraph(_faults_of_map(len(of_file)), Tone.QUIET)
    if found:
        yield Heading(text("Det skal ses efter på stedet", "To be looked at on site"), minor=True)
        yield Bullets(tuple(
            text("{place}: {sentence}", "{place}: {sentence}", place=one.place, sentence=one.sentence)
            for one in found
        ))  # fmt: skip


def _faults_of_map(count: int) -> Text:
    if count == 1:
        return text("Selve kortet har ét sted at rette; det står i planens rapport.",
                    "The map itself has one place to mend; it stands in the plan's report.")  # fmt: skip
    return text("Selve kortet har {count:int} steder at rette; de står i planens rapport.",
                "The map itself has {count:int} places to mend; they stand in the plan's report.",
                count=count)  # fmt: skip
