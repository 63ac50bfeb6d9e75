"""The model of the extra itself, which is not installed everywhere: `pytest -m semantic` with `.[dev,semantic]`."""

import numpy as np
import pytest

from storyreader.alignment import match_sentences
from storyreader.semantic import load_encoder

pytestmark = pytest.mark.semantic

ENGLISH = (
    "The glass roof over the market of Velm fell in during the storm.",
    "Nobody was hurt, because the stalls had closed an hour before.",
)
FRENCH = (
    "Personne n'a été blessé, car les étals avaient fermé une heure plus tôt.",
    "La verrière du marché de Velm s'est effondrée pendant la tempête.",
)


def test_vectors_are_of_unit_length_and_nearest_to_their_translation() -> None:
    encoder = load_encoder()
    left, right = encoder.vectors(ENGLISH), encoder.vectors(FRENCH)
    assert np.allclose(np.linalg.norm(left, axis=1), 1.0, atol=1e-3)
    assert (left @ right.T).argmax(axis=1).tolist() == [1, 0]
    assert encoder.vectors([]).shape == (0, left.shape[1])


def test_sentences_of_two_languages_are_linked() -> None:
    links = match_sentences(ENGLISH, FRENCH, load_encoder())
    assert {(link.left, link.right) for link in links} == {((0,), (1,)), ((1,), (0,))}
