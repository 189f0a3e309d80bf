"""Makes ``python -m campaignplanner`` the same as the ``campaignplanner`` program."""

import sys

from campaignplanner.cli import main

if __name__ == "__main__":  # the process that typesets the brief imports this module anew
    sys.exit(main())
