"""Word documents from the office's own Word templates."""

from __future__ import annotations

from kehoach_cli.render.word.document import WordFile
from kehoach_cli.render.word.report import word_cover, word_report

__all__ = ["WordFile", "word_cover", "word_report"]
