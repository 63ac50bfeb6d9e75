"""Which files the site is made of: those of the repository, in the folders they have there, so that links hold in both.

Read by mkdocs, see mkdocs.yml.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[1]
PATTERNS = ("*.md", "sample_data/README.md", "docs/**/*.md", "docs/pictures/*.svg", "docs/*.json")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The theme's own files, and ours by their place in the repository."""
    theirs = [file for file in files if Path(file.src_dir or "") != Path(config.docs_dir)]
    found = sorted({path for pattern in PATTERNS for path in ROOT.glob(pattern)})
    ours = [
        File(path.relative_to(ROOT).as_posix(), str(ROOT), config.site_dir, config.use_directory_urls) for path in found
    ]
    return Files([*theirs, *ours])
