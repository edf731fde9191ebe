"""Another worker of the same server: it opens a page with the secret that it is given.

It reads one secret a line and answers with the page's status; the database is its argument.
"""

import sys

import django
from django.conf import settings

settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()

from tests.people import browser_with  # noqa: E402 - Django first

for line in sys.stdin:
    print(browser_with(line.strip()).get("/account").status_code, flush=True)  # noqa: T201
