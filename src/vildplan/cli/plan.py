"""`vildplan plan`: what can be typed. What then happens stands in `begin`, imported when needed."""

from vildplan.cli import plan_options as typed


def plan(
    file: typed.File,
    target: typed.Target = None,
    phase: typed.Phase = None,
    base: typed.OfBase = None,
    count: typed.WhatCounts = None,
    surface: typed.Surface = None,
    boundary: typed.Boundary = None,
    rest: typed.Rest = None,
    play_lawn: typed.PlayLawn = None,
    clearance: typed.Clearance = None,
    keep: typed.Keep = None,
    keep_class: typed.KeepClass = None,
    include: typed.Include = None,
    border_strip: typed.BorderStrip = None,
    max_zones: typed.MaxZones = None,
    max_hours: typed.MaxHours = None,
    max_cost: typed.MaxCost = None,
    min_area: typed.MinArea = None,
    min_width: typed.MinWidth = None,
    allergy: typed.Allergy = None,
    play: typed.Play = None,
    dwellings: typed.Dwellings = None,
    mower: typed.Mower = None,
    soil: typed.GroundSoil = None,
    out: typed.Out = None,
    dry_run: typed.DryRun = False,
    json: typed.Json = False,
    open_report: typed.OpenReport = False,
    lang: typed.Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    words = locals()
    from vildplan.cli.begin import begin
    from vildplan.cli.request import Request

    return begin(Request.typed(words))
