"""`python -m workbook`."""

import sys

from .cli import main

sys.exit(main())
