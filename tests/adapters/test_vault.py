import pickle
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftershift.adapters import recovery_key
from aftershift.adapters.envelope import CannotOpen, Place, seal, unseal
from aftershift.adapters.vault import Keyholder, PasswordCost, Vault

CHEAP = PasswordCost(memory_kib=8, passes=1, lanes=1)
KEYS = Keyholder(cost=CHEAP, runtime_key=bytes(32), server_key=b"s" * 32)
ROW = UUID("7d9f3a52-98cd-4c60-8ed3-41b8f3f5a0a1")


@pytest.fixture
def vault() -> Vault:
    return KEYS.make(uuid4()).vault


@given(data=st.binary(max_size=3000))
@settings(max_examples=60)
def test_what_is_sealed_opens_again(data: bytes) -> None:
    vault = Vault(uuid4(), b"k" * 32)
    assert vault.open("note", ROW, vault.seal("note", ROW, data)) == data


@pytest.mark.parametrize(
    ("length", "sealed_bytes"),
    [
        (0, 256),
        (255, 256),
        (256, 512),
        (65_535, 65_536),
        (65_536, 131_072),
        (131_071, 131_072),
        (131_072, 196_608),
    ],
)
def test_only_a_step_of_the_size_is_told(vault: Vault, length: int, sealed_bytes: int) -> None:
    envelope = vault.seal("note", ROW, b"\x80" * length)
    assert len(envelope) == 1 + 8 + 32 + 32 + sealed_bytes + 16
    assert vault.open("note", ROW, envelope) == b"\x80" * length


def test_the_envelope_starts_with_its_version_and_never_repeats(vault: Vault) -> None:
    first, second = vault.seal("note", ROW, b"same"), vault.seal("note", ROW, b"same")
    assert first[0] == 1
    assert first[:9] == second[:9]
    assert first[9:] != second[9:]


def test_every_changed_byte_is_refused(vault: Vault) -> None:
    envelope = vault.seal("note", ROW, b"dear diary")
    for at in range(len(envelope)):
        changed = bytearray(envelope)
        changed[at] ^= 1
        with pytest.raises(CannotOpen):
            vault.open("note", ROW, bytes(changed))


@pytest.mark.parametrize("kept", [0, 1, 9, 40, 73, 100])
def test_a_cut_envelope_is_refused(vault: Vault, kept: int) -> None:
    with pytest.raises(CannotOpen):
        vault.open("note", ROW, vault.seal("note", ROW, b"dear diary")[:kept])


def test_another_person_kind_or_row_is_refused(vault: Vault) -> None:
    envelope = vault.seal("note", ROW, b"dear diary")
    same_key = b"k" * 32
    swapped = seal(same_key, Place(person=uuid4(), kind="note", row=ROW), b"dear diary")
    with pytest.raises(CannotOpen):
        vault.open("letter", ROW, envelope)
    with pytest.raises(CannotOpen):
        vault.open("note", uuid4(), envelope)
    with pytest.raises(CannotOpen):
        unseal(same_key, Place(person=uuid4(), kind="note", row=ROW), swapped)
    with pytest.raises(CannotOpen):
        KEYS.make(vault.person).vault.open("note", ROW, envelope)


def test_lengths_are_part_of_the_place() -> None:
    key, person = b"k" * 32, uuid4()
    envelope = seal(key, Place(person=person, kind="note", row=ROW), b"x")
    for kind in ("not", "note\0", "notee", ""):
        with pytest.raises(CannotOpen):
            unseal(key, Place(person=person, kind=kind, row=ROW), envelope)


def test_an_error_tells_nothing(vault: Vault) -> None:
    with pytest.raises(CannotOpen) as refusal:
        vault.open("note", uuid4(), vault.seal("note", ROW, b"dear diary"))
    assert str(refusal.value) == "this envelope does not open here"
    assert refusal.value.__cause__ is None


def test_a_vault_shows_nothing_of_itself(vault: Vault) -> None:
    shown = (str(vault), repr(vault), f"{vault}", f"{vault:>20}", "%s" % vault)  # noqa: UP031
    assert set(shown) == {"<vault>"}
    assert pickle.loads(pickle.dumps(vault)) == "<vault>"  # noqa: S301
    with pytest.raises(TypeError):
        pickle.dumps(KEYS)


def test_the_password_opens_and_another_does_not(vault: Vault) -> None:
    sealed = vault.seal("note", ROW, b"dear diary")
    wrap = KEYS.wrap_by_password(vault, "four calm words here")
    opened = KEYS.open_by_password(vault.person, "four calm words here", wrap)
    assert opened is not None
    assert opened.open("note", ROW, sealed) == b"dear diary"
    assert KEYS.open_by_password(vault.person, "four calm words Here", wrap) is None
    assert KEYS.open_by_password(uuid4(), "four calm words here", wrap) is None


def test_the_same_password_from_another_keyboard_opens(vault: Vault) -> None:
    wrap = KEYS.wrap_by_password(vault, "caf\u00e9 at the corner")
    assert KEYS.open_by_password(vault.person, "cafe\u0301 at the corner", wrap) is not None


def test_an_old_wrap_opens_after_the_cost_was_raised(vault: Vault) -> None:
    wrap = KEYS.wrap_by_password(vault, "four calm words here")
    dearer = Keyholder(
        cost=PasswordCost(memory_kib=32, passes=2, lanes=1),
        runtime_key=bytes(32),
        server_key=bytes(32),
    )
    assert dearer.open_by_password(vault.person, "four calm words here", wrap) is not None


def test_two_wraps_of_one_password_share_no_salt(vault: Vault) -> None:
    first, second = (KEYS.wrap_by_password(vault, "four calm words here") for _ in range(2))
    assert first[7:23] != second[7:23]
    assert first[7:23] != bytes(16)


def test_the_cost_in_earnest_is_64_mib_and_three_passes() -> None:
    assert PasswordCost() == PasswordCost(memory_kib=65_536, passes=3, lanes=1)


def test_the_recovery_key_opens_and_is_forgiving(vault: Vault) -> None:
    printed, wrap = KEYS.wrap_by_recovery_key(vault)
    as_typed = (
        printed,
        printed.lower(),
        printed.replace("-", " "),
        printed.replace("0", "o").replace("1", "l"),
        printed.replace("0", "O").replace("1", "i"),
    )
    for typed in as_typed:
        assert KEYS.open_by_recovery_key(vault.person, typed, wrap) is not None
    another, _ = KEYS.wrap_by_recovery_key(vault)
    assert KEYS.open_by_recovery_key(vault.person, another, wrap) is None


@given(secret=st.integers(min_value=0, max_value=2**130 - 1))
@settings(max_examples=200)
def test_every_recovery_key_reads_back(secret: int) -> None:
    raw = secret.to_bytes(17)
    printed = recovery_key.printed(raw)
    assert recovery_key.read(printed) == raw
    assert [len(group) for group in printed.split("-")] == [4] * recovery_key.GROUPS


@pytest.mark.parametrize("typed", ["", "hello", "0000-" * 6 + "000", "U" * 28, "é" * 28])
def test_what_is_no_recovery_key_is_not_tried(typed: str) -> None:
    assert recovery_key.read(typed) is None


def test_a_slip_in_one_place_is_found() -> None:
    printed = recovery_key.printed(bytes([3, *range(16)]))
    missed = 0
    for at, digit in enumerate(printed):
        if digit != "-":
            slip = "2" if digit != "2" else "3"
            missed += recovery_key.read(printed[:at] + slip + printed[at + 1 :]) is not None
    assert missed <= 1  # ten bits of checksum: one slip in a thousand passes


@pytest.mark.parametrize("what", ["secret", "state", "person", "runtime key"])
def test_a_session_opens_only_as_it_was_made(vault: Vault, what: str) -> None:
    wrap = KEYS.wrap_for_session(vault, b"x" * 32, "open")
    assert KEYS.open_session(vault.person, b"x" * 32, "open", wrap) is not None
    restarted = Keyholder(cost=CHEAP, runtime_key=b"n" * 32, server_key=b"s" * 32)
    person = uuid4() if what == "person" else vault.person
    secret = b"y" * 32 if what == "secret" else b"x" * 32
    state = "pending" if what == "state" else "open"
    keys = restarted if what == "runtime key" else KEYS
    assert keys.open_session(person, secret, state, wrap) is None


def test_the_servers_vault_is_bound_to_a_person(vault: Vault) -> None:
    sealed = KEYS.server_vault(vault.person).seal("seed", ROW, b"seed")
    assert KEYS.server_vault(vault.person).open("seed", ROW, sealed) == b"seed"
    with pytest.raises(CannotOpen):
        KEYS.server_vault(uuid4()).open("seed", ROW, sealed)
    with pytest.raises(CannotOpen):
        vault.open("seed", ROW, sealed)


# --- the vault of two -----------------------------------------------------------------


def test_two_make_the_same_vault_from_their_own_halves() -> None:
    hers, his = KEYS.make(uuid4()), KEYS.make(uuid4())
    one = KEYS.pair_vault(hers.vault, hers.private_half, pinned=his.public_key, link=ROW)
    other = KEYS.pair_vault(his.vault, his.private_half, pinned=hers.public_key, link=ROW)
    assert other.open("side", ROW, one.seal("side", ROW, b"tea")) == b"tea"


@pytest.mark.parametrize("what", ["another link", "a third person", "another pinned key"])
def test_nobody_else_makes_it(what: str) -> None:
    hers, his, third = (KEYS.make(uuid4()) for _ in range(3))
    kept = KEYS.pair_vault(hers.vault, hers.private_half, pinned=his.public_key, link=ROW).seal(
        "side", ROW, b"tea"
    )
    reader = third if what == "a third person" else his
    vault = KEYS.pair_vault(
        reader.vault,
        reader.private_half,
        pinned=third.public_key if what == "another pinned key" else hers.public_key,
        link=uuid4() if what == "another link" else ROW,
    )
    with pytest.raises(CannotOpen):
        vault.open("side", ROW, kept)
