"""Sorts of activities that several rules speak of."""

from __future__ import annotations

from campaignplanner.domain.activity import Kind

GATHERINGS = frozenset({Kind.EVENT, Kind.MEET_UP})
"""People come because they know of it, all at one time."""

TRIALS = frozenset({Kind.PRODUCT_TRIAL, Kind.SAMPLING})

TOUCHPOINTS = frozenset(
    {
        Kind.EVENT,
        Kind.MEET_UP,
        Kind.PRODUCT_TRIAL,
        Kind.SAMPLING,
        Kind.POP_UP,
        Kind.SERVICE_CLINIC,
    }
)
"""People meet the brand in person, so there is something to carry on online."""

TAKING_A_PLACE = frozenset({Kind.EVENT, Kind.MEET_UP, Kind.PRODUCT_TRIAL, Kind.POP_UP, Kind.SERVICE_CLINIC})
"""What needs its place for itself."""

COMMUNITY = frozenset({Kind.CONVERSATION, Kind.AMBASSADOR_CIRCLE})

SERVICE = frozenset({Kind.CUSTOMER_ANSWERS, Kind.SERVICE_CLINIC})

PASSING_ON = frozenset(
    {
        Kind.CONVERSATION,
        Kind.CHALLENGE,
        Kind.REVIEW_DRIVE,
        Kind.AMBASSADOR_CIRCLE,
        Kind.CUSTOMER_ANSWERS,
    }
)
"""Customers tell each other something."""

MADE_BY_PEOPLE = frozenset({Kind.CHALLENGE, Kind.REVIEW_DRIVE})
"""Customers make something that others could see: photos, films, reviews."""

MEDIA = frozenset(
    {
        Kind.PAID_SOCIAL,
        Kind.PAID_SEARCH,
        Kind.DISPLAY_ADVERTISING,
        Kind.E_MAIL,
        Kind.PRINT,
        Kind.DIRECT_MAIL,
        Kind.OUTDOOR,
        Kind.TV,
        Kind.RADIO,
        Kind.CINEMA,
        Kind.SPONSORSHIP,
        Kind.STAFF,
    }
)
"""What people see or hear; there is not much for them to do."""
