"""`hustings extract`: what the reader makes of files, as one JSON file each; the library is not touched."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.errors import UserError
from reader.limits import OCR
from reader.model import Block, Manifesto, Piece
from reader.page_labels import printed
from reader.pool import Pool
from reader.recognition.at_once import with_pictures_read
from ui.cli import naming, ocr, output, passwords
from ui.cli.naming import as_given
from ui.cli.progress import Progress
from ui.shared.file_writing import write_file

EPILOG = """Pages that are pictures of text are read by OCR, which takes seconds for each; the notes say which they are.
Each file is {"title", "language", "pages": how many, "blocks": [{"id", "kind", "level", "text",
"section": [headings above], "marker", "pieces": [{"page", "label", "start", "end", "rect": [x0, y0, x1, y1]}],
"references": [{"offset", "label"}]}], "unreadable_pages": [page], "outline": [{"level", "title", "page"}],
"notes": [...], "format"}. Pages count from 1, "label" is the number printed on the page, null for none; start and end
are code points in the block's text; rectangles are in points from the top left of the page. References are raised
numbers of notes, which are not in the text; offset says before which code point one stands. With --json:
{"written": [{"path", "written"}], "errors": [...]}."""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"written": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=naming.path, metavar="FILE", help="files or folders to read")
    parser.add_argument("--out", type=naming.path, required=True, metavar="DIR", help="the folder for the JSON files")
    passwords.argument(parser)
    ocr.argument(parser)
    parser.add_argument("--json", action="store_true", help="say as JSON what was written and what failed")


def run(options: argparse.Namespace) -> int:
    given, known = as_given(options.files), passwords.given(options)
    files = [Path(file) for file in given]
    targets = targets_of(files, options.out)
    written: list[output.Json] = []
    failures: list[output.Json] = []
    with Progress(len(files)) as progress, Pool(workers=2) as pool, Pool(workers=2, limits=OCR) as seeing:
        for path, result in pool.read_all(files, on_page=progress.page, passwords=lambda: known):
            if isinstance(result, Manifesto) and not options.no_ocr:
                result = with_pictures_read(seeing, path, result, progress.by_ocr, lambda: known)
            progress.file_done()
            if isinstance(result, UserError):
                failures.append(output.failure(given[str(path)], result))
                continue
            target = targets[path]
            try:
                write_file(target, json.dumps(extraction(result), ensure_ascii=False, indent=1))
            except UserError as error:  # what was written so far is there, and smaller ones may have room
                failures.append(output.failure(given[str(path)], error))
                continue
            written.append({"path": given[str(path)], "written": str(target)})
            if not options.json:
                progress.say(f"{given[str(path)]} → {target}")
    if options.json:
        output.write_json({"written": written, "errors": failures})
    output.complain_of(failures)
    return 1 if failures else 0


def targets_of(files: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
    """Where each file's extraction goes: <stem>.json, <name.ext>.json where stems clash, numbered where names do."""
    stems = Counter(file.stem.casefold() for file in files)
    taken: set[str] = set()
    targets = {}
    for file in files:
        base = file.stem if stems[file.stem.casefold()] == 1 else file.name
        name, count = base, 2
        while name.casefold() in taken:
            name, count = f"{base}-{count}", count + 1
        taken.add(name.casefold())
        targets[file] = folder / f"{name}.json"
    return targets


def extraction(manifesto: Manifesto) -> output.Json:
    """A manifesto as JSON; the names of its parts are documented and stay."""
    return {
        "title": manifesto.title,
        "language": manifesto.language,
        "pages": len(manifesto.pages),
        "blocks": [_block(block) for block in manifesto.blocks],
        "unreadable_pages": [page.number for page in manifesto.pages if not page.readable],
        "outline": [{"level": one.level, "title": one.title, "page": one.page} for one in manifesto.outline],
        "notes": list(manifesto.notes),
        "format": manifesto.format,
    }


def _block(block: Block) -> output.Json:
    return {
        "id": block.id,
        "kind": block.kind.value,
        "level": block.level,
        "text": block.text,
        "section": list(block.section),
        "marker": block.marker,
        "pieces": [_piece(piece) for piece in block.pieces],
        "references": [{"offset": one.offset, "label": one.label} for one in block.references],
    }


def _piece(piece: Piece) -> output.Json:
    rect = [round(edge, 2) for edge in piece.rect] if piece.rect else None
    return {"page": piece.page, "label": printed(piece.label), "start": piece.start, "end": piece.end, "rect": rect}
