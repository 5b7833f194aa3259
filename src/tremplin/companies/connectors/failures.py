"""Why a public service gave nothing, in a French sentence ready to be shown."""


class ServiceFailed(Exception):
    """A service gave no answer; its text is the sentence to show."""


class Unavailable(ServiceFailed):
    """The service is down, unreachable, too slow, or answers what cannot be read."""

    def __init__(self, title: str, why: str) -> None:
        """Name the service, then say what happened."""
        super().__init__(f"Service indisponible : {title} {why} Réessayez plus tard.")


class TooManyCalls(ServiceFailed):
    """The service asks to wait longer than a page may."""

    def __init__(self, title: str, *, seconds: int) -> None:
        """Say how long."""
        super().__init__(f"{title} reçoit trop de demandes depuis votre réseau : réessayez dans {seconds} s.")
        self.seconds = seconds


class Refused(ServiceFailed):
    """The question itself cannot be answered; asking again changes nothing."""


class KeyRefused(Refused):
    """The student's own key was not accepted."""

    def __init__(self, title: str) -> None:
        """Say what to do about it."""
        super().__init__(
            f"{title} n’accepte pas votre clé. Vérifiez-la sur le site du service, puis collez-la de nouveau."
        )
