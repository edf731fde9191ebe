"""The shelf of telephone lines: content/resources/*.toml -> countries."""

import json
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter, ValidationError

from aftershift.engines.safety.resources import Country, ResourceError

SHELF = files("aftershift") / "content" / "resources"
_COUNTRY = TypeAdapter(Country)


@cache
def countries() -> tuple[Country, ...]:
    """Load every country by name; raise `ResourceError` with file and key when one is wrong."""
    found = [load(file) for file in SHELF.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted(found, key=lambda country: country.name))


def load(file: Traversable) -> Country:
    """Load one country; its code is the name of the file, and of each line the beginning."""
    code = file.name.removesuffix(".toml")
    table = {"code": code, **tomllib.loads(file.read_text(encoding="utf-8"))}
    try:
        country = _COUNTRY.validate_json(
            json.dumps(table, default=str), strict=True, extra="forbid"
        )
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        reason = f"{file.name}: {key}: {first['msg']}"
        raise ResourceError(reason) from error
    strangers = [line.id for line in country.lines if not line.id.startswith(f"{code}-")]
    if strangers or len({line.id for line in country.lines}) < len(country.lines):
        reason = f"{file.name}: ids must begin with {code}- and differ"
        raise ResourceError(reason)
    return country
