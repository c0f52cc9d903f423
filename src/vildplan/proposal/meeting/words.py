"""What the meeting page says; what the page itself fills in stands in braces."""

from collections.abc import Mapping

from vildplan.errors import Text, text
from vildplan.model.wishes import Base

OF_BASE: Mapping[Base, Text] = {
    Base.OUTDOOR: text("af udearealet", "of the outdoor area"),
    Base.GREEN: text("af det grønne areal", "of the green area"),
    Base.FILE: text("af grundlaget", "of the base"),
}
WORDS: Mapping[str, Text] = {
    # --- what stands on the page ---
    "intro": text(
        "Træk i skyderen, tryk på en zone, og tag zoner fra eller til. Alt regnes om med det samme. Siden "
        "virker uden net.",
        "Move the slider, press a zone, and take zones out or in. All is worked out again at once. The page "
        "works without a network.",
    ),
    "no_script": text(
        "Denne side skal bruge JavaScript, som er slået fra her. Planen står også i rapport.html.",
        "This page needs JavaScript, which is off here. The plan stands in rapport.html too.",
    ),
    "slider": text("Hvor meget af den jord, der kan blive vild?",
                   "How much of the ground that can become wild?"),
    "earlier": text("Forrige plan", "Previous"),
    "later": text("Næste plan", "Next"),
    "to_plan": text("Til forslaget", "The proposal"),
    "map": text("Kort over {name} med zonerne. Zonerne står også i listen.",
                "Map of {name} with the zones. They stand in the list too.", name="{name}"),
    "closer": text("Zoom ind", "Zoom in"),
    "farther": text("Zoom ud", "Zoom out"),
    "whole": text("Hele kortet", "The whole map"),
    "legend": text("Signaturer", "Legend"),
    "totals": text("Det betyder det", "What it means"),
    "one_zone": text("Zonen", "The zone"),
    "press": text("Tryk på en zone på kortet eller i listen.", "Press a zone on the map or in the list."),
    "list": text("Zonerne, en for en", "The zones, one by one"),
    "all_in": text("Tag alle med", "Take all in"),
    "decided": text("Det, I er blevet enige om", "What you have agreed on"),
    "date": text("Dato", "Date"),
    "yes": text("Stemmer for", "Votes for"),
    "no": text("Stemmer imod", "Votes against"),
    "command": text("Kommandoen, der skriver det ind", "The command that records it"),
    "copy": text("Kopiér", "Copy"),
    "copied": text("Kopieret.", "Copied."),
    "print": text("Udskriv “Dette stemmer vi om”", "Print “This is what we vote on”"),
    "charts": text("Kurver og søjler", "Curves and bars"),
    "bars_are": text("Søjlerne er forslagets, også når skyderen står et andet sted.",
                     "The bars are the proposal's, wherever the slider stands."),
    "about_page": text("Sådan er tallene lavet", "How the numbers are made"),
    "sheet": text("Dette stemmer vi om", "This is what we vote on"),
    # --- what the page fills in ---
    "is_plan": text("Forslaget: en fuld plan", "The proposal: a full plan"),
    "is_stop": text("Fuld plan: alle regler er tjekket", "Full plan: every rule is checked"),
    "is_most": text("Fuld plan: regler og grænser tillader ikke mere",
                    "Full plan: rules and limits allow no more"),
    "is_phase": text("{phase}: de af forslagets zoner, der er begyndt",
                     "{phase}: those of the proposal's zones that have begun", phase="{phase}"),
    "is_sketch": text("Skitse mellem to fulde planer", "Sketch between two full plans"),
    "is_today": text("I dag: intet nyt vildt", "Today: nothing new is wild"),
    "is_off": text("Uden {ids}: tallene er omtrentlige", "Without {ids}: the numbers are approximate",
                   ids="{ids}"),
    "about": text("omkring {v}", "about {v}", v="{v}"),
    "zones": text("zoner", "zones"),
    "new": text("{v} nyt vildt", "{v} newly wild", v="{v}"),
    "share": text("vildt i alt", "wild in all"),
    "of_it": text("{base}, heraf {v} vildt i dag", "{base}, {v} of it wild today", base="{base}", v="{v}"),
    "hours": text("timers pleje om året", "hours of care a year"),
    "lawn": text("kortklippet plæne tilbage", "short lawn left"),
    "today": text("i dag {v}", "today {v}", v="{v}"),
    "month": text("pr. bolig og måned, snit over ti år", "per dwelling and month, mean of ten years"),
    "year": text("om året for afdelingen, snit over ti år", "a year for the department, mean of ten years"),
    "more": text("{v} mere", "{v} more", v="{v}"),
    "less": text("{v} mindre", "{v} less", v="{v}"),
    "span": text("fra {a} til {b}", "from {a} to {b}", a="{a}", b="{b}"),
    "no_saving": text("der loves ingen besparelse", "no saving is promised"),
    "begin": text("for at komme i gang, én gang", "to begin, once"),
    "kind": text("Type", "Type"),
    "area": text("Areal", "Area"),
    "begins": text("Begynder", "Begins"),
    "now": text("I dag", "Today"),
    "care": text("Pleje", "Care"),
    "why": text("Hvorfor her", "Why here"),
    "look": text("Sådan ser det ud", "What it looks like"),
    "costs": text("Det koster den", "What it costs"),
    "zone_costs": text("{begin} for at komme i gang, og {hours} om året",
                       "{begin} to begin, and {hours} a year", begin="{begin}", hours="{hours}"),
    "n_hours": text("{v} timer", "{v} hours", v="{v}"),
    "take_out": text("Tag {id} ud", "Take {id} out", id="{id}"),
    "take_in": text("Tag {id} med igen", "Take {id} in again", id="{id}"),
    "sketched": text("Her er kun en skitse. Gå til en fuld plan for at se zonerne én for én.",
                     "This is only a sketch. Go to a full plan to see zone by zone."),
    "nothing": text("Ingen nye zoner.", "No new zones."),
    "no_command": text("Der skal vælges en fuld plan, før der er noget at skrive ind.",
                       "Choose a full plan before there is anything to record."),
    "fill_in": text("Skriv dato og stemmer i kommandoen, når de er kendt.",
                    "Put the date and the votes into the command when they are known."),
    "stop_lies": text("Denne plan ligger i mappen {folder} ved siden af siden.",
                      "This plan lies in the folder {folder} beside the page.", folder="{folder}"),
    "valuetext": text("{share} af jorden, {m2}, {kind}", "{share} of the ground, {m2}, {kind}",
                      share="{share}", m2="{m2}", kind="{kind}"),
    "live": text(
        "{kind}. {zones}, {m2}, {share} vildt i alt, {hours} om året, {paid}, {lawn} kortklippet plæne.",
        "{kind}. {zones}, {m2}, {share} wild in all, {hours} a year, {paid}, {lawn} short lawn.",
        kind="{kind}", zones="{zones}", m2="{m2}", share="{share}", hours="{hours}", paid="{paid}",
        lawn="{lawn}",
    ),
    "short": text("{zones} · {m2} · {share} · {hours} · {paid} · {lawn} plæne",
                  "{zones} · {m2} · {share} · {hours} · {paid} · {lawn} lawn",
                  zones="{zones}", m2="{m2}", share="{share}", hours="{hours}", paid="{paid}", lawn="{lawn}"),
    "n_zones": text("{v} zoner", "{v} zones", v="{v}"),
    "one": text("{v} zone", "{v} zone", v="{v}"),
    "vote_area": text("at {m2} ({share} af udearealet) lægges om til {types}, som kortet viser{without},",
                      "that {m2} ({share} of the outdoor area) become {types} as the map shows{without},",
                      m2="{m2}", share="{share}", types="{types}", without="{without}"),
    "vote_phases": text(
        "at det sker i etaper ({phases}), og at hvert sted plejes som i dag, til dets etape begynder,",
        "that this is done in phases ({phases}), and that each place is cared for as today until its phase "
        "begins,", phases="{phases}",
    ),
    "vote_without": text(" (uden {ids})", " (without {ids})", ids="{ids}"),
    "vote_money": text(
        "at afdelingen afsætter {begin} til at komme i gang, og at plejen derefter tager {hours} om året "
        "(i dag {before}), og boligerne betaler {paid},",
        "that the department sets aside {begin} to begin, and that the care then takes {hours} a year (today "
        "{before}), and the dwellings pay {paid},",
        begin="{begin}", hours="{hours}", before="{before}", paid="{paid}",
    ),
    "per_month": text("{v} pr. bolig og måned", "{v} per dwelling and month", v="{v}"),
    "per_year": text("{v} om året for hele afdelingen", "{v} a year for the whole department", v="{v}"),
    "not_to_vote": text("Skitse: ikke til afstemning. Vælg en fuld plan.",
                        "Sketch: not to be voted on. Choose a full plan."),
    "and": text("og", "and"),
}  # fmt: skip
ABOUT: tuple[Text, ...] = (
    text("Skyderen går fra 0 til 100 % af den jord, der kan blive vild: {m2}.",
         "The slider goes from 0 to 100% of the ground that can become wild: {m2}.", m2="{m2}"),
    text("Hvor der står “fuld plan”, er zonerne tegnet og tjekket mod alle regler, ligesom forslaget.",
         "Where it says “full plan” the zones are drawn and checked against every rule, as the "
         "proposal is."),
    text("Hvor der står “etape”, ligger de af forslagets egne zoner, der er begyndt da. Tallene er, hvis der "
         "ikke kommer flere.",
         "Where it says “phase” lie those of the proposal's own zones that have begun then. The numbers are "
         "as if no more came."),
    text("Mellem dem er kortet en skitse: den samme jord i den rækkefølge, den bliver vild i, uden hensyn "
         "til mindste størrelse, bredde og klippebane. Tallene regnes af kortets felter og rettes ind efter "
         "de fulde planer på hver side.",
         "Between them the map is a sketch: the same ground in the order in which it becomes wild, with no "
         "regard to least size, width and room to mow. The numbers are worked out from the map's cells and "
         "brought into line with the full plans on either side."),
    text("Tages en zone ud, trækkes dens del fra: linje for linje er tallene de samme som planens, men en "
         "fælles kant kan flytte lidt.",
         "Where a zone is taken out, its part is subtracted: line by line the numbers are the plan's, but a "
         "shared edge may shift a little."),
    text("Plæner og skråninger tælles med i dag og bagefter. Bede og hække tælles kun, hvor de bliver vilde, "
         "begge steder; derfor kan “i dag” stige, når de kommer med.",
         "Lawns and slopes are counted today and after. Beds and hedges are counted only where they go "
         "wild, in both; so “today” can rise where they come in."),
    text("To fulde planer ligger ikke altid helt inden i hinanden: hver er den bedste ved sin størrelse.",
         "Two full plans need not lie quite inside each other: each is the best at its own size."),
)  # fmt: skip
