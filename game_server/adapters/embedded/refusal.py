"""Why the embedded stores cannot serve, said so that the operator can act."""


class StoresRefused(RuntimeError):  # noqa: N818 - a refusal is no error of the program
    """The stores cannot start or go on; `code` is for programs, `sentence` for the operator."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
