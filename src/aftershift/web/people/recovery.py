"""The printed recovery key: shown once, checked once, renewed after use."""

import secrets
from collections.abc import Mapping

from aftershift.web.people.models import Keyring
from aftershift.web.sealed import Sealed, opened, sealed
from aftershift.web.services import services
from aftershift.wiring import Vault

_CHECK = "recovery-check"
_ASKED = 2


def print_key(keyring: Keyring, vault: Vault) -> str:
    """Put a new recovery wrap on the ring, and return the key to be shown this once.

    Two of its groups, drawn by chance, are kept sealed until they were typed back.
    """
    printed, wrap = services().keys.wrap_by_recovery_key(vault)
    groups = list(enumerate(printed.split("-"), start=1))
    asked = secrets.SystemRandom().sample(groups, _ASKED)
    kept = {str(place): group for place, group in sorted(asked)}
    keyring.recovery_wrap = Sealed(wrap)
    keyring.recovery_check = sealed(vault, kept, kind=_CHECK, row=keyring.person_id)
    return printed


def asked_groups(keyring: Keyring, vault: Vault) -> tuple[int, ...]:
    """Say which groups are to be typed back; none when the key was checked."""
    return tuple(int(place) for place in _kept(keyring, vault))


def is_right(groups: Mapping[int, str], keyring: Keyring, vault: Vault) -> bool:
    """Say whether the groups that were asked for are as printed, however they were typed."""
    keys = services().keys
    kept = _kept(keyring, vault)
    return all(keys.is_same_group(groups.get(int(at), ""), group) for at, group in kept.items())


def _kept(keyring: Keyring, vault: Vault) -> dict[str, str]:
    if keyring.recovery_check is None:
        return {}
    return opened(vault, keyring.recovery_check, kind=_CHECK, row=keyring.person_id)
