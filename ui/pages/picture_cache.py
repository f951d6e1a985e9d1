"""Keeps pictures of pages by memory: those that were not used for longest go first."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QImage

from reader.page_drawing import PictureRequest

# How much memory pictures that were drawn may take.
_KEPT_BYTES = 64 * 1024 * 1024


class PictureCache:
    """Pictures by what was asked for; the longest unused go when they take more than `most` bytes."""

    def __init__(self, most: int = _KEPT_BYTES) -> None:
        self._most = most
        self._kept: OrderedDict[PictureRequest, QImage] = OrderedDict()
        self.bytes = 0

    def __contains__(self, request: PictureRequest) -> bool:
        return request in self._kept

    def get(self, request: PictureRequest) -> QImage | None:
        """The picture, which then counts as used."""
        if request in self._kept:
            self._kept.move_to_end(request)
        return self._kept.get(request)

    def keep(self, request: PictureRequest, picture: QImage) -> None:
        """Keep a picture; the newest is kept whatever its size."""
        self._drop(request)
        self._kept[request] = picture
        self.bytes += picture.sizeInBytes()
        while self.bytes > self._most and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def of_page(self, page: int) -> list[tuple[PictureRequest, QImage]]:
        """What there is of a page at any zoom, the latest used last."""
        return [(request, picture) for request, picture in self._kept.items() if request.page == page]

    def clear(self) -> None:
        self._kept.clear()
        self.bytes = 0

    def _drop(self, request: PictureRequest) -> None:
        gone = self._kept.pop(request, None)
        if gone is not None:
            self.bytes -= gone.sizeInBytes()
