"""Let `python -m aftershift` do what `aftershift` does."""

import sys

from aftershift.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
