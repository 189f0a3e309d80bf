"""The words by which a spreadsheet's columns, kinds and statuses are recognised, in English and in German."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from campaignplanner.domain.activity import ActivityStatus, Kind, Side
from campaignplanner.planning.finding import folded

E = TypeVar("E", bound=Enum)


class Column(Enum):
    """What a column of a spreadsheet says of an activity; the value is what it is called there."""

    TITLE = "Title"
    WHAT_PEOPLE_DO = "What people do"
    SIDE = "Side"
    KIND = "Kind"
    DAYS = "Dates"
    FIRST_DAY = "First day"
    LAST_DAY = "Last day"
    STATUS = "Status"
    OWNER = "Owner"
    CHANNEL = "Channel"
    PLACE = "Place"
    WHERE = "Channel/place"
    PLANNED = "Planned"
    NOTES = "Notes"


_COLUMN_WORDS = {
    Column.TITLE: "title, activity, name, what, measure, titel, aktivität, maßnahme, bezeichnung, was",
    Column.WHAT_PEOPLE_DO: "what people do, what happens, description, was geschieht, beschreibung",
    Column.SIDE: "side, online/offline, on/off, seite",
    Column.KIND: "kind, type, category, art, typ, kategorie",
    Column.DAYS: "dates, days, date, period, when, span, zeitraum, datum, daten, termin, laufzeit, wann",
    Column.FIRST_DAY: "first day, first, start, starts, start date, begin, begins, from, erster tag, beginn, "
    "beginnt, anfang, von, ab, startdatum",
    Column.LAST_DAY: "last day, last, end, ends, end date, finish, to, until, till, letzter tag, ende, "
    "endet, bis, enddatum",
    Column.STATUS: "status, state, stand, zustand",
    Column.OWNER: "owner, responsible, who, person, lead, verantwortlich, verantwortung, zuständig, wer, "
    "leitung",
    Column.CHANNEL: "channel, platform, community, medium, kanal, plattform",
    Column.PLACE: "place, location, venue, city, ort, stadt, standort, veranstaltungsort",
    Column.WHERE: "channel/place, channel or place, where, wo, kanal/ort, kanal oder ort",
    Column.PLANNED: "planned, budget, cost, costs, amount, money, price, geplant, kosten, betrag, summe, "
    "preis",
    Column.NOTES: "notes, note, comment, comments, remark, remarks, notiz, notizen, bemerkung, bemerkungen, "
    "kommentar, kommentare, anmerkung, anmerkungen",
}

_SIDE_WORDS = {Side.ONLINE: "online, on, digital", Side.OFFLINE: "offline, off, vor ort"}

_STATUS_WORDS = {
    ActivityStatus.IDEA: "idea, idee",
    ActivityStatus.PLANNED: "planned, open, geplant, offen",
    ActivityStatus.BOOKED: "booked, confirmed, gebucht, bestätigt",
    ActivityStatus.LIVE: "live, running, läuft, laufend, aktiv",
    ActivityStatus.DONE: "done, finished, completed, erledigt, fertig, abgeschlossen",
    ActivityStatus.CANCELLED: "cancelled, canceled, abgesagt, storniert",
}

_KIND_WORDS = {
    Kind.CONVERSATION: "gespräch, dialog, unterhaltung",
    Kind.CONTENT: "inhalt, inhalte, blog, post",
    Kind.CHALLENGE: "wettbewerb, aktion, contest",
    Kind.LIVE_STREAM: "stream",
    Kind.REVIEW_DRIVE: "reviews, bewertungsaktion, bewertungen",
    Kind.AMBASSADOR_CIRCLE: "ambassadors, botschafter, botschafterkreis",
    Kind.CUSTOMER_ANSWERS: "customer service, kundenantworten, kundendienst",
    Kind.INVITATION: "einladung",
    Kind.PAID_SOCIAL: "social ads, bezahlte soziale medien",
    Kind.PAID_SEARCH: "search ads, suchanzeigen, sea",
    Kind.DISPLAY_ADVERTISING: "display ads, banner, bannerwerbung",
    Kind.E_MAIL: "mail, newsletter",
    Kind.EVENT: "veranstaltung",
    Kind.MEET_UP: "meeting, treffen",
    Kind.PRODUCT_TRIAL: "trial, produkttest, probe",
    Kind.SAMPLING: "samples, proben, verkostung, verteilung",
    Kind.REWARD: "prämie, belohnung",
    Kind.DISPLAY: "display, aufsteller",
    Kind.POP_UP: "pop-up shop, pop-up store",
    Kind.SERVICE_CLINIC: "clinic, sprechstunde",
    Kind.PRINT: "druck, anzeige, printanzeige",
    Kind.DIRECT_MAIL: "mailing, postwurf",
    Kind.OUTDOOR: "ooh, billboard, poster, plakat, außenwerbung",
    Kind.TV: "television, fernsehen",
    Kind.RADIO: "hörfunk",
    Kind.CINEMA: "kino",
    Kind.SPONSORSHIP: "sponsoring",
    Kind.STAFF: "personal, mitarbeiter",
    Kind.OTHER: "sonstiges, andere, anderes",
}


def letters_of(text: str) -> str:
    """Return a word as it is compared: ``Pop-Up``, ``pop up`` and ``popup`` are one."""
    return folded(text).replace(" ", "")


def _by_letters(words: Mapping[E, str]) -> dict[str, E]:
    known = {letters_of(word): each for each, listed in words.items() for word in listed.split(",")}
    return {**known, **{letters_of(str(each.value)): each for each in words}}


COLUMNS = _by_letters(_COLUMN_WORDS)
SIDES = _by_letters(_SIDE_WORDS)
STATUSES = _by_letters(_STATUS_WORDS)
KINDS = _by_letters(_KIND_WORDS)


def column_named(heading: str) -> Column | None:
    """Return the column that a heading names, such as ``Budget (EUR)``; None where it names none."""
    words = folded(heading).split()
    for count in range(len(words), 0, -1):
        column = COLUMNS.get("".join(words[:count]))
        if column is not None:
            return column
    return None
