"""The first mention of a term leads to its meaning."""

import pytest

from aftershift.engines.evidence.linking import Linker, Piece, forms_of
from aftershift.engines.evidence.practices import Term


def term(id_: str, words: str) -> Term:
    return Term(id=id_, term=words, plain="x", source="")


TERMS = (
    term("handoff", "handoff or handover"),
    term("cus", "graded assertion (CUS)"),
    term("bid", "bid"),
    term("upstander", "bystander and upstander"),
)


@pytest.mark.parametrize(
    ("one", "forms"),
    [
        (TERMS[0], ("handoff", "handover")),
        (TERMS[1], ("graded assertion", "CUS")),
        (TERMS[2], ("bid",)),
        (TERMS[3], ("bystander", "upstander")),
    ],
)
def test_a_term_is_met_by_each_of_its_names(one, forms) -> None:
    assert forms_of(one) == forms


def test_only_the_first_mention_on_a_page_is_linked() -> None:
    linker = Linker(TERMS)
    assert linker.pieces("After handover, a bid.") == (
        Piece(text="After "),
        Piece(text="handover", term="handoff"),
        Piece(text=", a "),
        Piece(text="bid", term="bid"),
        Piece(text="."),
    )
    assert linker.pieces("Handoffs again.") == (Piece(text="Handoffs again."),)
    assert linker.met == ["handoff", "bid"]


@pytest.mark.parametrize("text", ["I forbid it", "bidding", "bid-rigging", "outbid", ""])
def test_a_part_of_another_word_is_no_mention(text) -> None:
    assert not any(piece.term for piece in Linker(TERMS).pieces(text))


@pytest.mark.parametrize("text", ["Bids and handovers (CUS).", "<b>bid</b> & more", "none", ""])
def test_the_pieces_are_the_text(text) -> None:
    assert "".join(piece.text for piece in Linker(TERMS).pieces(text)) == text
