"""What training has written down, and how it is applied: logistic models and boosted trees in plain Python."""

from storyreader.learned.logistic import Logistic
from storyreader.learned.trees import Trees, unpack

__all__ = ["Logistic", "Trees", "unpack"]
