"""The checks by name: `nox -s lint types`, or `nox` for all of them. `.ci/run` uses them too.

Each session makes its own environment. `nox --no-venv --no-install -s NAME` uses the one that is active.
"""

import nox

nox.options.reuse_existing_virtualenvs = True
DEVELOPMENT = ("-c", "dev.lock", "-e", ".[dev]")
EVERYTHING = ("-c", "dev.lock", "-e", ".[dev,docs,semantic]")
QUICK_TESTS = "test_structure or test_clean_html or test_reading or test_sentences or test_words or test_language"
"""Files of tests/engine that the lowest versions are tried with, beside the start of the app."""


@nox.session
def tests(session: nox.Session) -> None:
    """The tests that pip alone can serve; more arguments go to pytest."""
    session.install(*DEVELOPMENT)
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """All tests, with tmux, Chromium and the model; fails below the floor in pyproject.toml."""
    session.install(*EVERYTHING)
    session.install("--no-deps", "axe-playwright-python==0.1.8")
    session.run("pytest", "--cov", "-n", "2", "-m", "", *session.posargs)  # a path right after --cov would be its value


@nox.session
def lint(session: nox.Session) -> None:
    """Lint, layout, spelling, and that what is imported is what is declared."""
    session.install(*DEVELOPMENT)
    session.run("pre-commit", "run", "--all-files")
    session.run("deptry", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strict."""
    session.install(*EVERYTHING)
    session.run("mypy")


@nox.session
def contracts(session: nox.Session) -> None:
    """The layers."""
    session.install(*DEVELOPMENT)
    session.run("lint-imports")


@nox.session
def docs(session: nox.Session) -> None:
    """That the docs say what the code does, and that no link or heading of the site is missing."""
    session.install(*EVERYTHING)
    session.run("python", "docs/generate.py", "--check")
    session.run("mkdocs", "build", "--strict")  # with --quiet, --strict counts nothing


@nox.session
def lowest(session: nox.Session) -> None:
    """The wheel with the lowest versions that pyproject.toml allows: it starts, and some tests pass."""
    session.install(
        "-c", "lowest.lock", ".[semantic,formats,parquet]", "pytest", "pytest-asyncio", "pytest-xdist", "hypothesis"
    )
    session.run("python", "-I", "tests/packaging/smoke.py")
    session.run("pytest", "-n", "2", "-p", "no:cacheprovider", "-m", "", "-k", QUICK_TESTS, "tests/engine")


@nox.session
def supply(session: nox.Session) -> None:
    """What is delivered: the wheel is built twice and must be the same, its libraries are written as an SBOM, and known
    faults of the locked versions are asked for where the advisories can be reached.
    """
    session.install(*EVERYTHING)
    session.run("pytest", "-q", "tests/packaging")
    session.run("python", "docs/dependencies.py", "--sbom")
    session.install("pip-audit")
    session.run("pip-audit", "--no-deps", "--disable-pip", "-r", "dev.lock", success_codes=[0, 1])
