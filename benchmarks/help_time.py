"""How long `vildplan --help` takes against a bare typer program's help, interleaved; run by hand.

python benchmarks/help_time.py [ROUNDS]     prints both medians and their ratio; at most 1.5 is asked
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 9
BARE = '''
import typer

app = typer.Typer(rich_markup_mode="rich", add_completion=False)


@app.command()
def plan(file: str, target: str = typer.Option(help="The target")) -> None:
    """Plan."""


@app.callback()
def program() -> None:
    """A program."""


app()
'''


def seconds(*words: str) -> float:
    """Time one process from start to end."""
    begun = perf_counter()
    subprocess.run([sys.executable, *words, "--help"], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return perf_counter() - begun


def main(rounds: int) -> None:
    """Time both in turn and print the ratio of their medians."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        pages = {"bare typer": (str(bare),), "vildplan": ("-m", "vildplan"),
                 "vildplan plan": ("-m", "vildplan", "plan")}  # fmt: skip
        for words in pages.values():
            seconds(*words)  # byte-code and disk caches are filled before anything counts
        times: dict[str, list[float]] = {name: [] for name in pages}
        for _ in range(rounds):
            for name, words in pages.items():
                times[name].append(seconds(*words))
    peer = median(times["bare typer"])
    for name, taken in times.items():
        print(f"{name:14} --help  median {1000 * median(taken):4.0f} ms   {median(taken) / peer:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
