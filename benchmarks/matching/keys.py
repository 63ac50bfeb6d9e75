"""Write the keys of the words in the English tables, so that they need not be stemmed at every start.

usage: python benchmarks/matching/keys.py
"""

from pathlib import Path

from storyreader.lexicon import pack, stop_words, words

TABLES = Path(words.__file__).parent / "data"
COMMON = Path(words.__file__).parents[1] / "facts" / "data" / "common_en.txt"
SOURCES = (TABLES / "english_related.txt", TABLES / "english_weak.txt", COMMON)


def main() -> None:
    """Write data/english_keys.txt."""
    lines = [line for file in SOURCES for line in file.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    lines += pack("en")["antonyms"]
    known = sorted({word for line in lines for word in line.replace(",", " ").split()} | set(stop_words()["en"]))
    text = "# word and its key; made by benchmarks/matching/keys.py\n"
    text += "".join(f"{word} {words.stemmed_key(word, 'en')}\n" for word in known)
    (TABLES / "english_keys.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
