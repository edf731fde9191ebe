"""The demo household's own server, with one bare view beside our pages: what pages.py asks.

python -m benchmarks._served; it says in one line of JSON where it is and how to get in.
"""

import json
import os
from importlib import import_module

from aftershift.cli.demo import HOST, settle
from aftershift.cli.serve import listen, migrate, open_house

WANTED_PORT = 8460
BARE = "bare"


def main() -> None:
    """Make the household, add the bare view, and serve until told to stop."""
    settle()
    port = open_house(HOST, WANTED_PORT)
    migrate()
    login = import_module("aftershift.web.home.demo").furnish()
    _add_bare_view()
    house = {"host": HOST, "port": port, "name": login.name, "password": login.password}
    house["process"] = os.getpid()
    print(json.dumps(house), flush=True)  # noqa: T201
    listen(HOST, port, workers=1, tls={})


def _add_bare_view() -> None:
    """Add what Django does for any page at least: our middleware, and two bytes."""
    http, urls = import_module("django.http"), import_module("django.urls")
    bare = urls.path(BARE, lambda _request: http.HttpResponse("ok"))
    import_module("aftershift.web.urls").urlpatterns.append(bare)


if __name__ == "__main__":
    main()
