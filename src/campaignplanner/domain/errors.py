"""The errors that are meant for people; ``str(error)`` is a whole sentence to show as it stands."""


class PlanError(Exception):
    """What somebody asked for cannot be: the plan would break a rule of the domain.

    Attributes:
        sentence: what is wrong and the way on, in one plain sentence.
        field: the field of the record at fault, where there is one.
        record_id: the record at fault, where there is one.
    """

    def __init__(self, sentence: str, field: str | None = None, record_id: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.record_id = record_id


class StaleChange(PlanError):
    """Somebody else has changed the same thing in the store since it was read."""


class FileTrouble(Exception):
    """A file cannot be read or written: the world's fault, not a defect of ours.

    Attributes:
        sentence: what is wrong with which file and the way on, in one plain sentence.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
