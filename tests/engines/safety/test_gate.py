"""Nothing that leads to a patient reaches a language model, whatever breaks; ordinary talk does.

The spy is a server on this machine, and every connect of the process is written down: a text that
is stopped opens no connection at all.
"""

import copy
import pickle
import socket
import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest
from tests.engines.safety.phi_shapes import LOOK_ALIKES, PATIENTS

from aftershift.engines.safety.gate import LONGEST, Cleared, Stopped, Why, clear
from aftershift.engines.safety.phi import Phi, find_phi
from aftershift.engines.safety.rewriting import rewrite
from aftershift.library.phi import find_by_rules, load_phi_words
from aftershift.sending import patients_with

WORDS = load_phi_words()


class Model:
    """A language model's adapter in small: it sends what is cleared, and takes nothing else."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.address = address

    def ask(self, said: Cleared) -> None:
        if not isinstance(said, Cleared):
            reason = "only a cleared text is sent"
            raise TypeError(reason)
        with socket.create_connection(self.address, timeout=5) as line:
            line.sendall(said.text.encode())


Look = Callable[[str], Phi]
LOOKS: dict[str, Look] = {
    "by rules": find_by_rules,
    "by what is meant, too": patients_with(lambda _line: None),
}


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> Look:
    """Look a text through as where no encoder is at hand, and as a page does."""
    return LOOKS[request.param]


def say(model: Model, text: str, look: Look = find_by_rules) -> Cleared | Stopped:
    """Take the way that every text has to take."""
    gone = clear(text, look)
    if isinstance(gone, Cleared):
        model.ask(gone)
    return gone


class Spy:
    """A server that keeps what arrives, beside a list of every connection that was opened."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address: tuple[str, int] = self.server.getsockname()
        self.arrived: SimpleQueue[bytes] = SimpleQueue()
        self.opened: list[object] = []
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self) -> None:
        while True:
            try:
                line, _ = self.server.accept()
            except OSError:
                return
            with line:
                self.arrived.put(line.recv(65536))

    def close(self) -> None:
        self.server.shutdown(socket.SHUT_RDWR)
        self.thread.join(timeout=5)
        self.server.close()


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Spy]:
    watching = Spy()
    connect = socket.socket.connect

    def watched(line: socket.socket, address: tuple[str, int]) -> None:
        watching.opened.append(address)
        connect(line, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    yield watching
    watching.close()


def test_the_spy_sees_a_text_that_may_leave(spy: Spy) -> None:
    said = say(Model(spy.address), "we had one evening and spent it on the bins")
    assert isinstance(said, Cleared)
    assert spy.opened == [spy.address]
    assert spy.arrived.get(timeout=5) == said.text.encode()


@pytest.mark.parametrize("text", PATIENTS)
def test_a_patient_never_leaves(text: str, spy: Spy, look: Look) -> None:
    stopped = say(Model(spy.address), text, look)
    assert isinstance(stopped, Stopped)
    assert stopped.why is Why.PATIENT
    assert stopped.spans == look(text).spans
    assert spy.opened == []


@pytest.mark.parametrize("text", PATIENTS)
def test_a_patient_never_leaves_in_the_middle_of_a_long_evening(
    text: str, spy: Spy, look: Look
) -> None:
    evening = "we ate late and talked about the car. "
    told = evening * 20 + text + ". " + evening * 20
    assert isinstance(say(Model(spy.address), told, look), Stopped)
    assert spy.opened == []


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_leaves(text: str, spy: Spy, look: Look) -> None:
    assert isinstance(say(Model(spy.address), text, look), Cleared)
    assert spy.opened == [spy.address]


def test_there_are_forty_of_each() -> None:
    assert len(set(PATIENTS)) == len(set(LOOK_ALIKES)) == 40


def test_a_rule_that_breaks_lets_nothing_through(spy: Spy, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, words: object) -> None:
        raise RecursionError

    monkeypatch.setattr("aftershift.library.phi.find_phi", broken)
    assert say(Model(spy.address), "we had one evening") == Stopped(why=Why.BROKEN)
    assert spy.opened == []


def test_a_text_too_long_to_look_through_stays(spy: Spy) -> None:
    assert say(Model(spy.address), "a" * (LONGEST + 1)) == Stopped(why=Why.TOO_LONG)
    assert spy.opened == []


def test_the_adapter_takes_no_bare_text(spy: Spy) -> None:
    with pytest.raises(TypeError):
        Model(spy.address).ask("we had one evening")  # type: ignore[arg-type]
    assert spy.opened == []


def test_nobody_but_the_gate_clears_a_text() -> None:
    with pytest.raises(TypeError):
        Cleared("handed over Mrs Okafor", object())
    with pytest.raises(TypeError):
        type("Heir", (Cleared,), {})


def test_a_cleared_text_is_neither_shown_nor_stored_nor_changed() -> None:
    cleared = clear("we had one evening", find_by_rules)
    assert isinstance(cleared, Cleared)
    assert f"{cleared} {cleared!r}" == "<cleared> <cleared>"
    for keep in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            keep(cleared)
    with pytest.raises(AttributeError):
        cleared.text = "handed over Mrs Okafor"  # type: ignore[misc]


@pytest.mark.parametrize("text", PATIENTS)
def test_the_rewrite_of_a_patient_may_leave_and_keeps_the_rest(text: str) -> None:
    spans = find_phi(text, WORDS).spans
    again = rewrite(text, spans)
    assert isinstance(clear(again, find_by_rules), Cleared), again
    assert again.endswith(text[spans[-1].end :])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lost Deepak in bed 4, his wife Asha held my hand",
         "lost a patient in the bay, his wife held my hand"),
        ("Mr Pereira died. Mr Pereira was kind. Mrs Lowe died too",
         "A patient died. The patient was kind. Another patient died too"),
        ("the Okafor baby is off the ventilator", "the patient's baby is off the ventilator"),
        ("a 94-year-old fell out of bed", "a very old person fell out of bed"),
        ("the lady in side room one died alone", "the lady in the bay died alone"),
        ("the appendix is called Bilal", "the appendix is called somebody"),
        ("nothing to change here", "nothing to change here"),
    ],
)  # fmt: skip
def test_the_rewrite_reads_like_a_sentence(text: str, expected: str) -> None:
    assert rewrite(text, find_phi(text, WORDS).spans) == expected
