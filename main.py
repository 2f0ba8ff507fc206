"""Start Aide-Mémoire: the window, or one of the commands that ``--help`` lists."""

import sys

from app.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
