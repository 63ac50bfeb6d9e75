"""The reader's verdicts stand above the rules, and touch nothing else."""

from dataclasses import replace

from storyreader.article import BODY
from storyreader.cleaning import clean_page
from storyreader.cleaning.corrections import DROPPED, Correction
from storyreader.loading import page_from_text

PAGE = page_from_text(
    "Home\nNews\nSubscribe\n\nLantern festival moved indoors after storm warning\n\nBy Ida Morrow\n\n"
    "The lantern festival of Quillhaven will be held in the old tram depot on Saturday, the council said.\n\n"
    "Forecasters expect gusts of 90 kilometres an hour along the estuary from noon.\n\n"
    "Sign up for our morning letter and never miss a story.\n\n"
    "Organisers said that tickets already sold would remain valid.\n\n"
    "Share this story\n\nAll rights reserved\n"
)


def line(text: str) -> Correction:
    found = next(line for line in clean_page(PAGE).lines if line.text.startswith(text))
    return Correction(found.number, found.text, not found.kept)


def test_a_line_is_brought_back_and_another_left_out() -> None:
    before = clean_page(PAGE)
    share, gusts = line("Share"), line("Forecasters")
    assert share.kept
    assert not gusts.kept
    after = clean_page(PAGE, [share, gusts])
    rest = tuple(text for text in before.paragraphs if text != gusts.text)
    assert len(rest) == len(before.paragraphs) - 1
    assert after.paragraphs == (*rest, "Share this story")
    assert after.corrected == (gusts.number, share.number)
    reasons = {found.number: found.reason for found in after.lines}
    assert reasons[gusts.number] == DROPPED
    assert reasons[share.number] == BODY
    assert (after.headline, after.byline) == (before.headline, before.byline)


def test_the_text_finds_a_line_whose_number_has_changed() -> None:
    gusts = line("Forecasters")
    assert clean_page(PAGE, [replace(gusts, number=3)]) == clean_page(PAGE, [gusts])


def test_a_correction_of_a_line_that_is_not_there_changes_nothing() -> None:
    assert clean_page(PAGE, [Correction(9, "Nothing of the kind", kept=False)]) == clean_page(PAGE)


def test_a_text_that_stands_twice_needs_its_number() -> None:
    page = page_from_text(PAGE.text + "\nShare this story\n")
    numbers = [found.number for found in clean_page(page).lines if found.text == "Share this story"]
    assert len(numbers) == 2
    assert clean_page(page, [Correction(1, "Share this story", kept=True)]).corrected == ()
    assert clean_page(page, [Correction(numbers[1], "Share this story", kept=True)]).corrected == (numbers[1],)
