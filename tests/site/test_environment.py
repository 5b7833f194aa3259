"""Settings from the environment are read strictly."""

from pathlib import Path

import pytest

from tremplin.site.environment import BadSetting, read_environment, require_loopback


def test_nothing_is_needed() -> None:
    environment = read_environment({})

    assert environment.host == "127.0.0.1"
    assert environment.home.is_absolute()
    assert not environment.debug


def test_the_folder_can_be_moved(tmp_path: Path) -> None:
    assert read_environment({"TREMPLIN_HOME": str(tmp_path)}).home == tmp_path


@pytest.mark.parametrize(
    ("written", "read"), [("yes", True), ("TRUE", True), ("0", False), ("no", False), ("", False)]
)
def test_a_boolean_is_yes_or_no(written: str, read: bool) -> None:
    assert read_environment({"TREMPLIN_DEBUG": written}).debug is read


@pytest.mark.parametrize(
    "variables",
    [
        {"TREMPLIN_DEBUG": "perhaps"},
        {"TREMPLIN_PORT": "many"},
        {"TREMPLIN_PORT": "70000"},
        {"TREMPLIN_COPIES_KEPT": "0"},
        {"TREMPLIN_HOEM": "/somewhere"},
        {"TREMPLIN_HOST": "0.0.0.0"},  # noqa: S104 it is refused
    ],
)
def test_what_is_unclear_is_refused_by_name(variables: dict[str, str]) -> None:
    with pytest.raises(BadSetting) as refusal:
        read_environment(variables)

    (value,) = variables.values()
    assert next(iter(variables)) in str(refusal.value) or value in str(refusal.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_is_always_allowed(host: str) -> None:
    require_loopback(host, allow_remote=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org"])  # noqa: S104 they are refused
def test_an_address_others_can_reach_needs_a_word(host: str) -> None:
    with pytest.raises(BadSetting, match="TREMPLIN_ALLOW_REMOTE"):
        require_loopback(host, allow_remote=False)

    require_loopback(host, allow_remote=True)


@pytest.mark.parametrize(("host", "name"), [("127.0.0.2", "127.0.0.2"), ("::1", "[::1]")])
def test_the_address_listened_on_is_a_name_of_the_server(host: str, name: str) -> None:
    assert name in read_environment({"TREMPLIN_HOST": host}).accepted_hosts


def test_listening_everywhere_accepts_no_name_of_its_own() -> None:
    everywhere = {"TREMPLIN_HOST": "0.0.0.0", "TREMPLIN_ALLOW_REMOTE": "yes"}  # noqa: S104 it is the case at hand
    environment = read_environment(everywhere)

    assert environment.accepted_hosts == environment.allowed_hosts


def test_more_host_names_add_to_loopback() -> None:
    environment = read_environment({"TREMPLIN_ALLOWED_HOSTS": "tremplin.ecole.fr, autre"})

    assert environment.allowed_hosts == ("127.0.0.1", "localhost", "[::1]", "tremplin.ecole.fr", "autre")


def test_a_stand_in_for_public_services_lives_on_this_machine() -> None:
    here = "http://127.0.0.1:9000/"

    assert read_environment({}).services_at == ""
    assert read_environment({"TREMPLIN_SERVICES_AT": here}).services_at == here.rstrip("/")
    for elsewhere in (
        "http://192.168.1.4:9000",
        "https://example.org",
        "ftp://127.0.0.1",
        "127.0.0.1",
        "http://",
    ):
        with pytest.raises(BadSetting, match="TREMPLIN_SERVICES_AT"):
            read_environment({"TREMPLIN_SERVICES_AT": elsewhere})
