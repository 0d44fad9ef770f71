"""What the Office itself still has to write into the draft, in words for the cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.queries.consolidation import Consolidation


def lacking_words(view: Consolidation) -> tuple[str, ...]:
    """What the Office itself still has to write before the draft can be signed, in the draft's order."""
    office, period = view.office, view.period
    causes = any(not p.is_returned for p in view.causes)
    strengths = any(not p.is_returned for p in view.strengths)
    documents = any(not i.source.returned for i in view.documents)
    activities = any(not i.source.returned for i in view.activities)
    asked = (
        (any(not b.is_checked for b in view.plan.basis), "số, ký hiệu văn bản căn cứ"),
        (period.cutoff is None, "ngày chốt số liệu"),
        (not documents and not office.issuing, "việc ban hành văn bản"),
        (not activities and not office.guidance, "hướng dẫn, kiểm tra, đôn đốc"),
        (not office.funding and view.funds.total.used is None, "số liệu kinh phí"),
        (not strengths and not office.strengths, "ưu điểm"),
        (not causes and not office.causes, "nguyên nhân"),
        (not office.next, "phương hướng, nhiệm vụ"),
        (not view.paper.to, "nơi nhận báo cáo"),
        (not view.paper.signature, "người ký"),
    )
    return tuple(words for is_lacking, words in asked if is_lacking)
