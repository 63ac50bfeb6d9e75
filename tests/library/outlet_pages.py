"""Three pages of one invented outlet with the same appeal to readers inside the text."""

from pathlib import Path

APPEAL = "Five hundred households of the valley pay for this paper every month, and each of them owns a share in it."
STORIES = {
    "Mill on the Arden closes": (
        "The mill on the Arden closed on Monday after two hundred years, its owner said in a letter to the staff.",
        "Forty people worked there until last week, most of them from the villages upstream.",
    ),
    "Viaduct gets a new coat of paint": (
        "Painters began on Tuesday to give the railway viaduct over the Lune its first new coat since 1988.",
        "The work will take until autumn, and trains will pass at walking pace, the railway company said.",
    ),
    "Brass band wins in the capital": (
        "The brass band of Upper Arden won the national contest on Saturday with a march written by its tuba player.",
        "The jury praised the softness of its low notes, and the mayor gave the whole town a free evening.",
    ),
}


def write_pages(folder: Path) -> list[Path]:
    files = []
    for number, (headline, (first, second)) in enumerate(STORIES.items()):
        files.append(folder / f"{number}.txt")
        text = f"The Arden Valley Paper\nLog in\n\n{headline}\nBy Hob Lister\n\n{first}\n\n{APPEAL}\n\n{second}\n\n"
        files[-1].write_text(text + "© 2026 The Arden Valley Paper\n", encoding="utf-8")
    return files
