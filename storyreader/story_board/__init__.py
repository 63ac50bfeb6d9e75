"""Many accounts of one event beside each other: claims, origins, who is quoted, what each leaves out."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.story_board.corrections import (
        BoardCorrection as BoardCorrection,
        ClaimCorrectionKind as ClaimCorrectionKind,
    )
    from storyreader.story_board.find import (
        BoardFinder as BoardFinder,
        board as board,
        find_board as find_board,
        find_claims as find_claims,
    )
    from storyreader.story_board.nouns import (
        CELL_KINDS as CELL_KINDS,
        Board as Board,
        BoardCaveat as BoardCaveat,
        BoardVersions as BoardVersions,
        BoardVoice as BoardVoice,
        CellKind as CellKind,
        Claim as Claim,
        ClaimCell as ClaimCell,
        Heard as Heard,
        Origin as Origin,
        OriginCode as OriginCode,
        OriginEvidence as OriginEvidence,
        QuoteChange as QuoteChange,
        SentencePlace as SentencePlace,
        appeared as appeared,
    )

_HOMES = {
    "BoardCorrection": "corrections", "ClaimCorrectionKind": "corrections", "BoardFinder": "find", "board": "find",
    "find_board": "find", "find_claims": "find", "CELL_KINDS": "nouns", "Board": "nouns", "BoardCaveat": "nouns",
    "BoardVersions": "nouns", "BoardVoice": "nouns", "CellKind": "nouns", "Claim": "nouns", "ClaimCell": "nouns",
    "Heard": "nouns",
    "Origin": "nouns", "OriginCode": "nouns", "OriginEvidence": "nouns", "QuoteChange": "nouns",
    "SentencePlace": "nouns", "appeared": "nouns",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
