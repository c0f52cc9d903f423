"""The table of the zones: what stands already shares a row, and each place says what speaks for it."""

from functools import cache

from tests.drawing import draw, plan_of, wish
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.why_here import why_here
from vildplan.proposal.words import say
from vildplan.proposal.zone_table import id_ranges, zone_table

DA, EN = Language.DANISH, Language.ENGLISH
