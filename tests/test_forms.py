"""What each agency's form asks for: its own duties, figures, deadlines, and what it answered before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kehoach_cli.model.plan import Indicator
from kehoach_cli.queries.consolidation import issuer_for
from kehoach_cli.queries.forms import FormIndicator, FormsView, FormView, LeftOut, Previous, forms_view
from made_up_reports import Node, answer, plan_61, six_months

if TYPE_CHECKING:
    from collections.abc import Mapping

AS_OF = date(2025, 4, 20)


def forms_of(
    agency: str | None = None,
    *,
    period: str = "6thang",
    reports: Mapping[str, Node] | None = None,
    indicators: tuple[Indicator, ...] = (),
    as_of: date = AS_OF,
    **deadline: Any,  # noqa: ANN401
) -> FormsView:
    """Forms of plan 61; `reports` are of the first six months, `deadline` replaces fields of the deadline."""
    workspace = plan_61()
    folder, _ = six_months(reports or {})
    folder = folder._replace(plan=folder.plan.model_copy(update={"indicators": indicators}))
    found = folder.plan.deadline(period)
    assert found is not None
    issuer = issuer_for(workspace.office, found, as_of)
    assert issuer is not None
    only = workspace.register.agencies[agency] if agency else None
    return forms_view(workspace, folder, found.model_copy(update=deadline), as_of, issuer, only)


def form_of(agency: str, **more: Any) -> FormView:  # noqa: ANN401
    (form,) = forms_of(agency, **more).forms
    return form


def refs(form: FormView) -> dict[str, list[str]]:
    """The clauses of each group."""
    groups: dict[str, list[str]] = {}
    for duty in form.duties:
        groups.setdefault(duty.group, []).append(duty.ref)
    return groups


def test_every_reporter_gets_a_form_numbered_as_in_the_register() -> None:
    view = forms_of()
    assert view.exempt == ()
    assert [f.number for f in view.forms] == list(range(1, 32))
    assert [f.agency for f in view.forms][:5] == [
        "trung-tam-y-te",
        "phong-giao-duc-va-dao-tao",
        "phong-van-hoa-khoa-hoc-va-thong-tin",
        "phong-dan-toc-va-ton-giao",
        "phong-tu-phap",
    ]


def test_only_what_is_certainly_the_agencys_stands_in_its_form() -> None:
    assert refs(form_of("trung-tam-y-te")) == {
        "lead": ["II.1", "II.2", "II.5", "II.9", "II.10", "II.11", "II.13"],
        "organisation": ["IV.1"],
    }
    assert refs(form_of("phong-tu-phap")) == {"lead": ["II.6"], "organisation": ["IV.3"]}
    assert refs(form_of("huyen-doan")) == {"lead": ["II.8"], "organisation": ["IV.3", "IV.4"]}
    assert refs(form_of("ubnd-xa-son-mua")) == {
        "coordinating": [f"II.{n}" for n in range(1, 14)],
        "organisation": ["IV.5", "IV.5.1", "IV.5.2", "IV.5.3", "IV.5.4", "IV.5.5"],
    }


def test_an_exempt_agency_gets_none_and_keeps_the_numbers_of_the_others() -> None:
    exempt = (
        plan_61()
        .plans[0]
        .plan.deadlines[0]
        .model_validate(
            {
                "period": "6thang",
                "before": "2025-05-15",
                "exempt": [{"agency": "Phòng Tư pháp", "reason": "Lồng ghép."}],
            }
        )
    )
    view = forms_of(exempt=exempt.exempt)
    assert view.exempt == (LeftOut("Phòng Tư pháp", "Lồng ghép."),)
    assert [f.number for f in view.forms] == [n for n in range(1, 32) if n != 5]
    assert forms_of("phong-tu-phap", exempt=exempt.exempt).forms == ()


def test_the_consolidating_agency_has_a_form_of_its_own_when_asked() -> None:
    form = form_of("van-phong")
    assert form.number == 0
    assert refs(form) == {"lead": ["II.12", "II.13"], "organisation": ["IV.1"]}


def test_deadline_receiver_and_letter() -> None:
    form = form_of("phong-tu-phap", cutoff=date(2025, 5, 5), estimate_until=date(2025, 6, 30))
    assert (form.limit, form.is_before, form.last_day) == (date(2025, 5, 15), True, date(2025, 5, 14))
    assert (form.period.cutoff, form.period.estimate_until) == (date(2025, 5, 5), date(2025, 6, 30))
    assert (form.receiver, form.source) == ("Văn phòng HĐND & UBND huyện", "V")
    assert (form.paper.symbol, form.paper.issuer) == ("UBND-TH", "UBND huyện Sơn Tây")
    assert form.addressees == ("UBND huyện", "Sở Y tế", "UBND tỉnh, sở, ngành khác")
    assert form.contact is None


def test_an_extension_moves_the_agencys_own_day() -> None:
    extended = (
        plan_61()
        .plans[0]
        .plan.deadlines[0]
        .model_validate(
            {
                "period": "6thang",
                "before": "2025-05-15",
                "extended": [{"agency": "Phòng Tư pháp", "until": "2025-05-20", "basis": "Đồng ý miệng"}],
            }
        )
    )
    form = form_of("phong-tu-phap", extended=extended.extended)
    assert (form.last_day, form.is_extended) == (date(2025, 5, 20), True)
    assert form_of("phong-noi-vu", extended=extended.extended).is_extended is False


def test_previous_answers_come_from_the_nearest_earlier_period() -> None:
    report = answer("II.6", result="Đã trợ giúp 3 vụ.", rest="không phát sinh")
    late = date(2025, 6, 15)
    form = form_of("phong-tu-phap", period="nam", reports={"phong-tu-phap": report}, as_of=late)
    assert form.earlier == "6 tháng đầu năm 2025"
    assert [d.previous for d in form.duties] == [
        Previous("đang thực hiện", "Đã trợ giúp 3 vụ."),
        Previous("không phát sinh", None),
    ]
    # the period itself has no earlier one; what came later does not exist yet; an empty log says nothing
    assert form_of("phong-tu-phap", reports={"phong-tu-phap": report}, as_of=late).earlier is None
    early = form_of("phong-tu-phap", period="nam", reports={"phong-tu-phap": report}, as_of=date(2025, 5, 1))
    assert early.earlier is None
    assert form_of("phong-tu-phap", period="nam", reports={"phong-tu-phap": {}}, as_of=late).earlier is None


def test_a_report_sent_back_gives_no_previous_answers() -> None:
    back = {"returned": {"date": "2025-05-13", "reason": "Thiếu"}, "rest": "không phát sinh"}
    form = form_of("phong-tu-phap", period="nam", reports={"phong-tu-phap": back}, as_of=date(2025, 6, 15))
    assert form.earlier is None


def test_figures_of_whoever_gives_or_compares_them() -> None:
    one = Indicator.model_validate(
        {
            "id": "tre-em",
            "name": "Số trẻ em",
            "unit": "em",
            "kind": "count",
            "total": "sum",
            "givers": ["UBND các xã"],
            "compare": ["Trung tâm Y tế"],
            "target": "5500",
        }
    )
    expected = (FormIndicator("tre-em", "Số trẻ em", "em", is_count=True, target=Decimal(5500)),)
    for agency in ("ubnd-xa-son-mua", "trung-tam-y-te"):
        assert form_of(agency, indicators=(one,)).indicators == expected
    assert form_of("phong-tu-phap", indicators=(one,)).indicators == ()


def test_the_digest_changes_with_the_duties() -> None:
    forms = forms_of().forms
    xa = [f.digest for f in forms if f.agency.startswith("ubnd-xa")]
    assert len(set(xa)) == 1
    assert len({f.digest for f in forms}) > 5
    duty = form_of("phong-tu-phap").duties[0]
    assert duty._replace(text=f"{duty.text}.").digest != duty.digest
    assert duty._replace(role="coordinating").digest != duty.digest
