"""Carry a request out while the person who waits is told what happens."""

from vildplan.cli.language import speaking, spoken
from vildplan.cli.request import Request
from vildplan.reading.own_document import own_language
from vildplan.terminal.progress import Progress


def begin(request: Request) -> int:
    """Do the work, then show it; return the exit code.

    The import of the story stands inside, since on a cold machine it is most of the wait.
    """
    language = spoken(request.lang or own_language(request.file.parent))
    with speaking(language), Progress(language) as progress:
        from vildplan.cli import plan_story as story

        outcome = story.work(request, language, progress.tell)
    return story.show(outcome, request, language)
