"""What training has written down, and how it is applied: logistic models and boosted trees in plain Python."""

from storyreader.learned.logistic import Logistic
from storyreader.learned.trees import Trees, from_columns, unpack

__all__ = ["Logistic", "Trees", "from_columns", "unpack"]
