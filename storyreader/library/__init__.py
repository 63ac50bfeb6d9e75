"""The set of articles: which files there are, what each says of itself, and which tell the same story."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.library.addresses import canonical_address as canonical_address
    from storyreader.library.catalogue import (
        Catalogue as Catalogue,
        ReadPage as ReadPage,
        catalogue_file as catalogue_file,
    )
    from storyreader.library.corrections import correction_book as correction_book
    from storyreader.library.details import DETAILS as DETAILS, details_of as details_of, publication as publication
    from storyreader.library.entry import (
        Entry as Entry,
        entry_of as entry_of,
        term_counts as term_counts,
        terms_of as terms_of,
    )
    from storyreader.library.entry_list import EntryList as EntryList
    from storyreader.library.excerpts import Excerpt as Excerpt
    from storyreader.library.files import (
        article_of as article_of,
        find_files as find_files,
        read_article as read_article,
        read_links as read_links,
    )
    from storyreader.library.grouping import StoryIndex as StoryIndex, group_library as group_library
    from storyreader.library.labels import (
        LabelBook as LabelBook,
        Labels as Labels,
        change_labels as change_labels,
        keep_search as keep_search,
        put_labels as put_labels,
        read_labels as read_labels,
    )
    from storyreader.library.mounts import on_network as on_network
    from storyreader.library.offers import Offers as Offers, offers_for as offers_for
    from storyreader.library.other_languages import with_other_languages as with_other_languages
    from storyreader.library.own_exports import COPIED as COPIED
    from storyreader.library.query import (
        Condition as Condition,
        NotAQuery as NotAQuery,
        Query as Query,
        parse_query as parse_query,
    )
    from storyreader.library.reading_record import Compared as Compared, ReadingRecord as ReadingRecord
    from storyreader.library.sampling import Sampling as Sampling, sampled_runs as sampled_runs
    from storyreader.library.scanning import (
        Batch as Batch,
        in_file_order as in_file_order,
        scan as scan,
    )
    from storyreader.library.searching import Match as Match
    from storyreader.library.stories import (
        Story as Story,
        group_stories as group_stories,
        pairs_in_stories as pairs_in_stories,
        story_title as story_title,
    )
    from storyreader.library.story_corrections import corrected_stories as corrected_stories
    from storyreader.library.term_vectors import Frequencies as Frequencies
    from storyreader.library.vectors import StoredVectors as StoredVectors
    from storyreader.library.versions import (
        Edit as Edit,
        EditKind as EditKind,
        VersionChange as VersionChange,
        WordForWord as WordForWord,
        change_between as change_between,
        possible_versions as possible_versions,
    )
    from storyreader.library.workers import (
        Found as Found,
        apart as apart,
        read_again as read_again,
        read_articles as read_articles,
    )

_HOMES = {
    "canonical_address": "addresses", "Catalogue": "catalogue", "catalogue_file": "catalogue", "ReadPage": "catalogue",
    "correction_book": "corrections", "DETAILS": "details", "details_of": "details", "publication": "details",
    "Entry": "entry", "entry_of": "entry", "article_of": "files", "find_files": "files", "read_article": "files",
    "read_links": "files", "Batch": "scanning", "in_file_order": "scanning", "EntryList": "entry_list",
    "terms_of": "entry", "scan": "scanning", "Offers": "offers", "offers_for": "offers",
    "with_other_languages": "other_languages", "VersionChange": "versions", "WordForWord": "versions",
    "change_between": "versions", "possible_versions": "versions", "Compared": "reading_record",
    "COPIED": "own_exports", "ReadingRecord": "reading_record", "Story": "stories", "StoryIndex": "grouping",
    "group_library": "grouping", "group_stories": "stories", "StoredVectors": "vectors", "Found": "workers",
    "apart": "workers", "read_again": "workers", "read_articles": "workers",
    "Condition": "query", "NotAQuery": "query", "Query": "query",
    "parse_query": "query", "Excerpt": "excerpts", "Match": "searching", "LabelBook": "labels", "Labels": "labels",
    "read_labels": "labels", "change_labels": "labels", "put_labels": "labels", "keep_search": "labels",
    "corrected_stories": "story_corrections",
    "Edit": "versions", "EditKind": "versions", "story_title": "stories", "pairs_in_stories": "stories",
    "Frequencies": "term_vectors", "term_counts": "entry", "Sampling": "sampling", "sampled_runs": "sampling",
    "on_network": "mounts",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
