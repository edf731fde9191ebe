"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass

from aftershift.engines.together.network import Contact


@dataclass(frozen=True, kw_only=True, slots=True)
class NetworkPaper:
    """Everybody on the list."""

    people: tuple[Contact, ...] = ()
