"""Checkable values in a text: numbers, money, dates, names, quotations, sources, caveats, negation."""

from storyreader.facts.aliases import resolve_names, same_name
from storyreader.facts.finding import FactFinder, find_article_facts, find_facts

__all__ = ["FactFinder", "find_article_facts", "find_facts", "resolve_names", "same_name"]
