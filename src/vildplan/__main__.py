"""`python -m vildplan` is the same as `vildplan`."""

from vildplan.cli.main import main

main()
