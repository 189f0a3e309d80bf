"""The small menu of patterns that fit two activities: one click builds the bridge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.ids import new_id
from campaignplanner.planning.bridges import BridgeState, Fitting, fitting_patterns, glyph
from campaignplanner.ui import theme as themes
from campaignplanner.ui.formats import menu_text, shortened
from campaignplanner.ui.timeline.card_texts import capitalised
from campaignplanner.ui.timeline.gestures.menus import add_line
from campaignplanner.ui.timeline.glyphs import draw_glyph
from campaignplanner.ui.timeline.selection import Selected
from campaignplanner.ui.timeline.words import translate

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.ui.timeline.gestures.deeds import Deeds

_EDGE = 20
_TITLE_LENGTH = 32


def bridge_menu(plan: Plan, source_id: str, target_id: str, deeds: Deeds, parent: QWidget) -> QMenu:
    """The patterns that fit, likeliest first, each with its glyph and whether its timing would hold."""
    menu = QMenu(parent)
    source, target = plan.activities[source_id], plan.activities[target_id]
    ends = (shortened(each.title, _TITLE_LENGTH) for each in (source, target))
    title = menu.addAction(menu_text(" → ".join(ends)))
    title.setEnabled(False)
    menu.addSeparator()
    for fitting in fitting_patterns(plan, source_id, target_id):
        bridge = Bridge(
            id=new_id(),
            source_id=source_id,
            target_id=target_id,
            pattern=fitting.pattern,
            own_pattern_id=fitting.own_pattern_id,
        )
        action = add_line(menu, menu_text(_words(fitting)), partial(_build, deeds, bridge))
        action.setIcon(_picture(fitting, menu))
        action.setToolTip(fitting.judgement.message)
        action.setEnabled(not fitting.is_there)
    menu.setToolTipsVisible(True)
    usable = [each for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
    if usable:
        menu.setActiveAction(usable[0])
    return menu


def _build(deeds: Deeds, bridge: Bridge) -> None:
    from campaignplanner.services.commands.bridge import MakeBridge

    if deeds.carry_out(MakeBridge(bridge)):
        deeds.select(Selected.bridge(bridge.id))


def _words(fitting: Fitting) -> str:
    said = {
        BridgeState.HOLDS: translate("Timeline", "holds"),
        BridgeState.OPEN: translate("Timeline", "open: an end has no dates"),
        BridgeState.BROKEN: translate("Timeline", "would not hold"),
    }[fitting.judgement.state]
    if fitting.is_there:
        said = translate("Timeline", "is there already")
    return f"{capitalised(fitting.name)} – {said}"


def _picture(fitting: Fitting, menu: QMenu) -> QIcon:
    theme = themes.current()
    colour = theme.error if fitting.judgement.state is BridgeState.BROKEN else theme.bridge
    ratio = menu.devicePixelRatioF()
    picture = QPixmap(QSize(round(_EDGE * ratio), round(_EDGE * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_EDGE / 2, _EDGE / 2)
    draw_glyph(painter, glyph(fitting.pattern), colour, theme.surface)
    painter.end()
    return QIcon(picture)
