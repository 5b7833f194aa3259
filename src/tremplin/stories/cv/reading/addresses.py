"""What has the shape of an e-mail or a web address."""


def looks_like_an_email(text: str) -> bool:
    """Say whether a text has the shape of an e-mail address."""
    name, at, host = text.strip().rpartition("@")
    return bool(name and at and "." in host and not set(text.strip()) & set(" \n\t,;<>"))


def looks_like_a_site(text: str) -> bool:
    """Say whether a text has the shape of a web address, with its scheme or without."""
    bare = text.strip()
    return "." in bare and not any(sign.isspace() for sign in bare)
