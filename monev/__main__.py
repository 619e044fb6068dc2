"""python -m monev; its commands are in monev/run/commands/main.py."""

import sys

from monev.run.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
