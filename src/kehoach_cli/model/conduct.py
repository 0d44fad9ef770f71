"""What records can be asked beyond their fields: the same of those that pydantic made and of those kept.

A record type takes its conduct from here, `class Deadline(DeadlineConduct, Record)`, and states its fields
itself. Nothing here may need pydantic.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kehoach_cli.model.demonstration import UNSIGNED

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.office import Contact, Issuer, Signature
    from kehoach_cli.model.plan import Amendment, Deadline, Plan


class DatedConduct:
    """Of an entry that holds for a time."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def from_(self) -> date | None: ...
        @property
        def until(self) -> date | None: ...

    def holds_on(self, day: date) -> bool:
        """True on every day from `from` to `until`, both included."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


class OfficeConduct:
    """Of office.yaml: who does what on a day."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def office(self) -> tuple[Issuer, ...]: ...
        @property
        def signatures(self) -> tuple[Signature, ...]: ...
        @property
        def contacts(self) -> tuple[Contact, ...]: ...
        @property
        def demo(self) -> bool: ...

    def issuer_on(self, day: date) -> Issuer | None:
        """Who issues documents on that day; None when nobody named does any more."""
        return next((i for i in self.office if i.holds_on(day)), None)

    def last_ended(self, day: date) -> Issuer | None:
        """Of those who had ended before that day who ended last; None where nobody had."""
        ended = [i for i in self.office if i.until is not None and i.until < day]
        return max(ended, key=lambda i: i.until or day, default=None)

    def signature_on(self, document: str, day: date, stage: str | None = None) -> Signature | None:
        """Who signs on that day; one named for the letter's stage beats one for all stages.

        In a demo nobody does: the name is UNSIGNED, whoever the file names.
        """
        fit = [s for s in self.signatures if s.document == document and s.holds_on(day)]
        named = next((s for s in fit if stage is not None and stage in s.stages), None)
        found = named or next((s for s in fit if not s.stages), None)
        return found.model_copy(update={"name": UNSIGNED}) if found and self.demo else found

    def contact_on(self, day: date) -> Contact | None:
        """Whom agencies may ask on that day."""
        return next((c for c in self.contacts if c.holds_on(day)), None)


class DeadlineConduct:
    """Of a deadline of a plan."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def before(self) -> date | None: ...
        @property
        def by(self) -> date | None: ...

    @property
    def limit(self) -> date:
        """The day that the plan prints, whichever way it limits."""
        limit = self.before or self.by
        assert limit is not None
        return limit

    @property
    def last_day(self) -> date:
        """The last day on time: «trước ngày D» ends on the day before D, «chậm nhất ngày D» on D."""
        return self.before - timedelta(days=1) if self.before else self.limit


class AmendableConduct:
    """Of what a document can amend: the plan itself, its tasks, its deadlines."""

    __slots__ = ()

    @property
    def amended_by(self) -> tuple[Amendment, ...]:
        """The amendments that made it what it is on the day asked about; model.amending says which."""
        found: tuple[Amendment, ...] = vars(self).get("_amended_by", ())
        return found

    @property
    def repealed_by(self) -> Amendment | None:
        """The amendment that repealed a task which is kept only for the answers it has."""
        found: Amendment | None = vars(self).get("_repealed_by")
        return found


class AmendmentConduct:
    """Of an amendment of a plan."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def issued(self) -> date: ...
        @property
        def effective(self) -> date | None: ...

    @property
    def since(self) -> date:
        """The first day on which it holds."""
        return self.effective or self.issued


class PlanConduct:
    """Of a plan."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def deadlines(self) -> tuple[Deadline, ...]: ...

    @property
    def as_issued(self) -> Plan:
        """The plan as its file has it, where this one is what of it holds on a day (model.amending)."""
        found: Plan = vars(self).get("_as_issued", self)
        return found

    def deadline(self, period: str) -> Deadline | None:
        return next((d for d in self.deadlines if d.period == period), None)


class ReportConduct:
    """Of what one agency reports."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def strengths(self) -> str | None: ...
        @property
        def limitations(self) -> str | None: ...
        @property
        def rest(self) -> str | None: ...
        @property
        def directives(self) -> tuple[object, ...]: ...
        @property
        def tasks(self) -> tuple[object, ...]: ...
        @property
        def difficulties(self) -> tuple[object, ...]: ...
        @property
        def next(self) -> tuple[object, ...]: ...
        @property
        def proposals(self) -> tuple[object, ...]: ...
        @property
        def figures(self) -> tuple[object, ...]: ...
        @property
        def funds(self) -> tuple[object, ...]: ...

    @property
    def is_entered(self) -> bool:
        """False while the report is only logged: chưa nhập nội dung."""
        return bool(
            self.directives
            or self.tasks
            or self.rest
            or self.difficulties
            or self.next
            or self.proposals
            or self.figures
            or self.funds
            or self.strengths
            or self.limitations
        )
