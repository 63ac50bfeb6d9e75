"""Splits outlets into folds for cross-validation: all pages of one brand are in one fold, whatever their domain."""

from hashlib import sha256

FOLDS = 5


def fold_of(brand: str) -> int:
    """The fold of an outlet, the same in every run."""
    return int(sha256(brand.encode()).hexdigest()[:8], 16) % FOLDS
