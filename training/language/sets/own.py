"""Our own corpus, training/corpus/*.txt: names and attribution in invented reports; CC BY 4.0.

`python -m training.language.sets.own --check` lists what is wrong in the files and counts what is in them.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from training.language.labelled import Labelled
from training.language.sets.marks import LABELS, Span, bio
from training.language.sets.markup import BadMarkup, Marked, parse
from twosource.text.sentences import split_sentences
from twosource.text.tokens import tokenize

CORPUS = Path(__file__).parents[2] / "corpus"
HELD_BACK_EVERY = 6
"""Of six reports, in the order of files and within them, the sixth is held back for measuring."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report: id, genre, the place it plays in, and its blocks with the numbers of their lines."""

    id: str
    genre: str
    place: str
    where: str
    """File and line of its head, for errors."""
    blocks: tuple[tuple[int, str], ...]


def own(part: str, folder: Path = CORPUS) -> list[Labelled]:
    """Part `train` or `dev` of our corpus. Raises ValueError that names file, line and fault of the first fault."""
    reports, faults = read_reports(folder)
    held_back = part == "dev"
    sentences: list[Labelled] = []
    for number, report in enumerate(reports, 1):
        if (number % HELD_BACK_EVERY == 0) == held_back:
            found, wrong = labelled(report, f"own-{part}")
            sentences += found
            faults += wrong
    if faults:
        raise ValueError(f"{faults[0]} ({len(faults)} faults; python -m training.language.sets.own --check lists all)")
    return sentences


def read_reports(folder: Path) -> tuple[list[Report], list[str]]:
    """The reports of all files by name and order, and what is wrong with their heads."""
    reports: list[Report] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        for lines in _groups(path.read_text(encoding="utf-8")):
            _add_report(path.name, lines, reports, faults)
    ids = Counter(report.id for report in reports)
    faults += [f"{r.where}: the id {r.id!r} is given more than once" for r in reports if ids[r.id] > 1]
    return reports, faults


def labelled(report: Report, name: str) -> tuple[list[Labelled], list[str]]:
    """The sentences of a report and what is wrong with its blocks; a block with a fault gives no sentence."""
    sentences: list[Labelled] = []
    faults: list[str] = []
    for line, block in report.blocks:
        try:
            sentences += _block_sentences(report, block, name)
        except BadMarkup as fault:
            faults.append(f"{report.where.split(':')[0]}:{line}: {fault}")
    return sentences, faults


def _groups(text: str) -> Iterator[list[tuple[int, str]]]:
    """Runs of lines without an empty one, each line with its number."""
    numbered = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    return (list(group) for filled, group in groupby(numbered, key=lambda row: bool(row[1])) if filled)


def _add_report(file: str, lines: list[tuple[int, str]], reports: list[Report], faults: list[str]) -> None:
    first, head = lines[0]
    fields = [field.strip() for field in head.removeprefix("#").strip().removeprefix("report ").split("|")]
    if head.startswith("#") and "|" not in head and all(line.startswith("#") for _, line in lines):
        return  # remarks on the file as a whole
    if not head.startswith("#") or len(fields) != 3 or not all(fields):
        faults.append(f"{file}:{first}: a report begins with `# report ID | genre | place`, not {head[:50]!r}")
    elif len(lines) == 1:
        faults.append(f"{file}:{first}: the report {fields[0]!r} has no blocks; leave no empty line after its head")
    else:
        reports.append(Report(fields[0], fields[1], fields[2], f"{file}:{first}", tuple(lines[1:])))


def _block_sentences(report: Report, block: str, name: str) -> list[Labelled]:
    text, spans = parse(block)
    _check_attributions(spans)
    tokens = [tokenize(text, start, end) for start, end in split_sentences(text)]
    spans = _checked(text, spans, [token for sentence in tokens for token in sentence])
    return [_sentence(report, text, sentence, spans, name) for sentence in tokens if sentence]


def _sentence(report: Report, text: str, tokens: list[tuple[int, int]], spans: Sequence[Marked], name: str) -> Labelled:
    inside = [(*_covered(tokens, span), span) for span in spans]
    names = [Span(a, b, (span.label,)) for a, b, span in inside if a < b and not span.number]
    attribution = ["O"] * len(tokens)
    for a, b, span in inside:
        if span.number and not span.depth:
            attribution[a:b] = [f"{'I' if word > a else 'B'}-{span.label}" for word in range(a, b)]
    return Labelled(
        set=name,
        genre=report.genre,
        text=report.id,
        words=tuple(text[a:b] for a, b in tokens),
        names=bio(len(tokens), names),
        attribution=tuple(attribution),
    )


def _covered(tokens: list[tuple[int, int]], span: Marked) -> tuple[int, int]:
    """First and one past the last of the tokens within a span; equal where it stands in another sentence."""
    return bisect_left(tokens, (span.start, span.start)), bisect_right(tokens, (span.end, -1))


def _checked(text: str, spans: Sequence[Marked], tokens: list[tuple[int, int]]) -> list[Marked]:
    """The spans, with the full stop of a last word that keeps it ("Mohammed V."). Raises BadMarkup for a cut word."""
    starts, ends = {a for a, _ in tokens}, {b for _, b in tokens}
    grown = [
        replace(span, end=span.end + 1) if span.end not in ends and text[span.end : span.end + 1] == "." else span
        for span in spans
    ]
    for span in grown:
        if span.start not in starts or span.end not in ends:
            words = text[span.start : span.end]
            token = next((text[a:b] for a, b in tokens if a < span.start < b or a < span.end < b), "")
            raise BadMarkup(f"the span {span.label} {words[:50]!r} cuts the word {token!r}")
    return grown


def _check_attributions(spans: Sequence[Marked]) -> None:
    """Each attribution of a block needs a cue or a speaker, and a content, and its numbers run from 1."""
    numbers = sorted({span.number for span in spans} - {0})
    if numbers != list(range(1, len(numbers) + 1)):
        raise BadMarkup(f"the attributions are numbered {', '.join(map(str, numbers))} and not from 1 without a gap")
    for number in numbers:
        parts = {span.label for span in spans if span.number == number}
        if "CONTENT" not in parts:
            raise BadMarkup(f"attribution {number} has no content <C{number} …>")
        if not parts & {"SPEAKER", "CUE"}:
            raise BadMarkup(f"attribution {number} has neither a speaker nor a cue")


def _check(folder: Path) -> int:
    reports, faults = read_reports(folder)
    print(f"{'file':32}{'reports':>8}{'sentences':>10}{'words':>8}{'names':>7}{'cues':>6}")
    total: Counter[str] = Counter()
    for file, group in groupby(reports, key=lambda report: report.where.split(":")[0]):
        pairs = [labelled(report, "own") for report in group]
        sentences = [sentence for found, _ in pairs for sentence in found]
        faults += [fault for _, wrong in pairs for fault in wrong]
        counts = _counts(sentences)
        total += counts
        words, names = sum(len(s.words) for s in sentences), sum(counts[f"B-{label}"] for label in LABELS)
        print(f"{file:32}{len(pairs):8}{len(sentences):10}{words:8}{names:7}{counts['B-CUE']:6}")
    print(", ".join(f"{label[2:]} {count}" for label, count in sorted(total.items())))
    print(*faults, f"{len(faults)} faults", sep="\n")
    return 1 if faults else 0


def _counts(sentences: Sequence[Labelled]) -> Counter[str]:
    """How many names and spans of attribution begin, by their first mark."""
    marks = [mark for s in sentences for word in s.names or () for mark in word]
    marks += [mark for s in sentences for mark in s.attribution or ()]
    return Counter(mark for mark in marks if mark.startswith("B-"))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit status 1 where the corpus has faults."""
    parser = argparse.ArgumentParser(prog="python -m training.language.sets.own", description="Checks our corpus.")
    parser.add_argument("--check", action="store_true", required=True, help="list all faults, and counts by file")
    parser.add_argument("--folder", type=Path, default=CORPUS, help="another folder of files")
    return _check(parser.parse_args(arguments).folder)


if __name__ == "__main__":
    sys.exit(main())
