"""The versions of a brief: which one is shown, who decided what, what changed, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from campaignplanner.domain.approval import Approval, Decision, Version
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.domain.ids import new_id
from campaignplanner.ui.brief.approve_dialog import ApproveDialog
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fonts import strong_font
from campaignplanner.ui.formats import day_text
from campaignplanner.ui.messages import Answer
from campaignplanner.ui.widgets.lines import label

if TYPE_CHECKING:
    from campaignplanner.brief.edition import Edition
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.pages import PageTools

_DIALOG_VERSION = "version_id"


@dataclass(frozen=True, slots=True)
class Shown:
    """Which state of the brief is shown.

    Attributes:
        plan: what it says.
        edition: what it says about itself.
        version_id: the version; None for the plan as it is now.
    """

    plan: Plan
    edition: Edition
    version_id: str | None


class VersionsPanel(QWidget):
    """Lists the plan as it is and its versions. `chosen` comes when another state is to be shown."""

    chosen = Signal()

    def __init__(self, tools: PageTools, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._today = today
        self._plan: Plan | None = None
        self._kept: dict[str, Plan | None] = {}
        self._since: str | None = None
        self._build()

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versions of the brief"))
        self.list.setProperty("role", "rows")
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._choose)
        self.since = ChoiceField(self.tr("Tell what changed since"))
        self.since.edited.connect(self._choose_since)
        self.approve_button = QPushButton(self.tr("Approve…"))
        self.approve_button.setProperty("role", "primary")
        self.approve_button.clicked.connect(self.approve)
        self.keep_button = QPushButton(self.tr("Keep as a version"))
        self.keep_button.setToolTip(self.tr("Number this state of the brief before anybody decides about it"))
        self.keep_button.clicked.connect(self.keep)
        self.restore_button = QPushButton(self.tr("Go back to this version"))
        self.restore_button.clicked.connect(self.restore)
        self._sentence = label("", role="muted")
        self._sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Shown beside"), font=strong_font()))
        column.addWidget(self.list)
        for widget in (
            self.since,
            self.approve_button,
            self.keep_button,
            self.restore_button,
            self._sentence,
        ):
            column.addWidget(widget)
        column.addStretch(1)

    # -- showing -------------------------------------------------------------------------------------

    @property
    def version(self) -> Version | None:
        """The version that is shown; None for the plan as it is."""
        is_any = self.list.currentRow() >= 0
        version_id = self.list.currentItem().data(Qt.ItemDataRole.UserRole) if is_any else None
        return None if self._plan is None or version_id is None else self._plan.versions.get(version_id)

    def show_plan(self, plan: Plan) -> None:
        """Lists what the plan has; another campaign begins with the plan as it is."""
        if self._plan is None or self._plan.campaign.id != plan.campaign.id:
            self._kept.clear()
            self._since = None
            with QSignalBlocker(self.list):
                self.list.clear()
        self._plan = plan
        self._fill()
        self._offer()

    def state_of(self, plan: Plan) -> Shown:
        """The state to show: a version as it was kept, or else this plan, with what is being typed."""
        from campaignplanner.brief.edition import Edition

        version = self.version
        if version is None:
            since = self._version(self._since)
            kept = None if since is None else self._kept_plan(since.id)
            edition = Edition.now(plan, kept, since)
            return Shown(plan, edition, None)
        kept = self._kept_plan(version.id)
        if kept is None:
            return Shown(plan, Edition.now(plan), None)
        earlier = self._version(self._since)
        earlier_plan = None if earlier is None else self._kept_plan(earlier.id)
        before = None if earlier is None or earlier_plan is None else (earlier, earlier_plan)
        return Shown(kept, Edition.kept(plan, version, before), version.id)

    def _fill(self) -> None:
        assert self._plan is not None  # noqa: S101 - told before
        shown = self.version
        rows: list[tuple[str | None, str]] = [(None, self.tr("As it is now"))]
        rows += [(each.id, self._words(each)) for each in reversed(self._plan.versions_in_order)]
        with QSignalBlocker(self.list):
            self.list.clear()
            for version_id, words in rows:
                item = QListWidgetItem(words, self.list)
                item.setData(Qt.ItemDataRole.UserRole, version_id)
            ids = [version_id for version_id, _ in rows]
            self.list.setCurrentRow(ids.index(None if shown is None else shown.id))
        height = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(height + 8, 260))

    def _words(self, version: Version) -> str:
        assert self._plan is not None  # noqa: S101 - told before
        head = self.tr("Version %1 · %2").replace("%1", str(version.number))
        lines = [head.replace("%2", day_text(version.day))]
        for approval in self._plan.approvals_of(version.id):
            said = f"{approval.decision.value}: {approval.who}"
            lines.append(f"{said}, {approval.role}" if approval.role else said)
        return "\n".join(lines)

    def _offer(self) -> None:
        """Offers what can be done with what is shown."""
        plan, version = self._plan, self.version
        if plan is None:
            return
        versions = plan.versions_in_order
        earlier = [each for each in versions if version is None or each.number < version.number]
        if self._since not in {each.id for each in earlier}:
            self._since = earlier[-1].id if earlier else None
        choices: list[tuple[object, str]] = [
            (each.id, self.tr("Version %1").replace("%1", str(each.number))) for each in reversed(earlier)
        ]
        self.since.show_choices([*choices, (None, self.tr("Do not tell"))])
        self.since.show_value(self._since)
        self.since.setVisible(bool(earlier))
        self.keep_button.setVisible(version is None)
        self.restore_button.setVisible(version is not None)
        self._sentence.setText(
            self.tr("Approving numbers this state, keeps it for ever and freezes its planned money.")
            if version is None
            else self.tr("This is the version as it was kept; the fields show the plan as it is now.")
        )

    def _version(self, version_id: str | None) -> Version | None:
        return None if self._plan is None or version_id is None else self._plan.versions.get(version_id)

    def _kept_plan(self, version_id: str) -> Plan | None:
        """What a version keeps; None where nothing was, as in a campaign file written by hand."""
        if version_id not in self._kept:
            try:
                self._kept[version_id] = self._tools.live.workspace.version_plan(version_id)
            except FileTrouble:
                self._kept[version_id] = None
        return self._kept[version_id]

    # -- doing ---------------------------------------------------------------------------------------

    @Slot()
    def _choose(self) -> None:
        version = self.version
        if version is not None and self._kept_plan(version.id) is None:
            self._tools.messages.say_trouble(
                self.tr("No plan was kept of version %1.").replace("%1", str(version.number))
            )
        self._offer()
        self.chosen.emit()

    @Slot(object)
    def _choose_since(self, version_id: str | None) -> None:
        self._since = version_id
        self.chosen.emit()

    @Slot()
    def keep(self) -> None:
        """Keeps the plan as it is as the next version."""
        live = self._tools.live
        if live.succeeds(partial(live.workspace.make_version, self._today())):
            self._tools.messages.say(self.tr("This state of the brief is kept."), self._undo())

    @Slot()
    def approve(self) -> None:
        """Asks for a decision about what is shown, and records it."""
        version = self.version
        if version is None:
            title = self.tr("Approve the brief as it is now")
            sentence = self.tr("It becomes the next version, kept as it is; its planned money is frozen.")
        else:
            title = self.tr("Decide about version %1").replace("%1", str(version.number))
            sentence = self.tr("Several people may decide about one version.")
        dialog = ApproveDialog(title, sentence, self._today(), self.window())
        dialog.setProperty(_DIALOG_VERSION, None if version is None else version.id)
        dialog.accepted.connect(self._record)
        dialog.open()

    @Slot()
    def _record(self) -> None:
        dialog, workspace = self.sender(), self._tools.live.workspace
        if not isinstance(dialog, ApproveDialog):
            return
        version_id = dialog.property(_DIALOG_VERSION)
        who, role, note = (str(each.value) for each in (dialog.who, dialog.role, dialog.note))
        day, decision = dialog.day.value, dialog.decision.value
        if not isinstance(day, date) or not isinstance(decision, Decision):
            return
        if version_id is None:
            step = partial(workspace.approve, who, day, role=role, decision=decision, note=note)
        else:
            approval = Approval(
                id=new_id(), version_id=version_id, who=who, role=role, decision=decision, day=day, note=note
            )
            step = partial(workspace.add_approval, approval)
        if self._tools.live.succeeds(step):
            self._tools.messages.say(self.tr("The decision is recorded."), self._undo())

    @Slot()
    def restore(self) -> None:
        """Makes the plan again what the shown version says."""
        version, plan = self.version, self._plan
        kept = None if version is None else self._kept_plan(version.id)
        if version is None or kept is None or plan is None:
            return
        from campaignplanner.services.commands.restoring import RestoreVersion

        command = RestoreVersion(version.id, kept)
        left_over = command.left_over(plan)
        if self._tools.live.execute(command):
            self.list.setCurrentRow(0)
            sentence = self.tr("The plan is again as in version %1.").replace("%1", str(version.number))
            self._tools.messages.say(f"{sentence} {left_over}".strip(), self._undo())

    def _undo(self) -> Answer:
        campaign_id = None if self._plan is None else self._plan.campaign.id
        return Answer(self.tr("Undo"), partial(self._tools.live.undo, campaign_id))
