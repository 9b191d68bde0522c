"""The skill package: what the store shows, and the interaction models, as the ASK CLI wants them.

The words are the locales' ``[store]``; what is true of the skill whatever the language is here.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from skill.workshop.authoring.building import MODELS, model_text
from skill.workshop.authoring.checks.store import store_problems
from skill.workshop.authoring.models import EARS
from skill.workshop.authoring.reading import LOCALES, ContentError, read_locale, shown

Json = dict[str, Any]

ICONS = Path(__file__).parent / "icons"
IMAGES = "assets/images"
NO_PRIVACY = "https://example.com/nerve-check/privacy"
"""Stands for the owner's privacy policy until there is one; the store refuses it."""

PRIVACY_NOTE = (
    f"The privacy policy is still {NO_PRIVACY}: enough for your own speakers, not for the store. "
    "Publish one (docs/privacy.md) and say --privacy-url."
)

COMPLIANCE = {
    "allowsPurchases": False,
    "containsAds": False,
    "isChildDirected": False,
    "isExportCompliant": True,
    "usesPersonalInfo": False,
    "usesHealthInfo": False,
}
"""Health information, in Amazon's sense, is what a hospital or an insurer has it process."""


class Owner(NamedTuple):
    """What only the owner of a skill can say."""

    privacy_url: str = ""
    endpoint: str = ""
    """Where the skill answers: https://… of a server, arn:… of a Lambda; "" leaves it as it is."""


def write_package(
    folder: Path, owner: Owner, locales: Path = LOCALES, *, ears: str = EARS[0]
) -> list[str]:
    """Write the skill package into a folder; return what its owner should know, a line each.

    The endpoint that the ASK CLI noted in an earlier package is kept, unless the owner says
    another one. Raises ContentError when a locale cannot be shown in the store, or an address
    is none that Amazon takes.
    """
    _check(owner)
    told = [_checked(path) for path in sorted(locales.glob("*.toml"))]
    models = folder / "interactionModels" / "custom"
    manifest = manifest_of(told, owner, _endpoint(folder / "skill.json"))
    shutil.rmtree(folder, ignore_errors=True)
    models.mkdir(parents=True)
    for locale in told:
        name = f"{locale['locale']}.json"
        if ears == EARS[0]:
            shutil.copy(MODELS / name, models)
        else:
            (models / name).write_text(model_text(locale, ears), encoding="utf-8")
    shutil.copytree(ICONS, folder / IMAGES, ignore=shutil.ignore_patterns("*.svg"))
    # As the ASK CLI writes it, to the byte: it deploys again whatever has changed.
    text = json.dumps({"manifest": manifest}, ensure_ascii=False, indent=2)
    (folder / "skill.json").write_text(text, encoding="utf-8")
    return [] if owner.privacy_url else [PRIVACY_NOTE]


def _check(owner: Owner) -> None:
    """Raise ContentError when Amazon would refuse an address."""
    taken = {"--privacy-url": ["https://"], "--endpoint": ["https://", "arn:"]}
    for (option, begins), address in zip(taken.items(), owner, strict=True):
        if address and not address.startswith(tuple(begins)):
            raise ContentError([f"{option} {address}: Amazon takes {' or '.join(begins)} only."])


def manifest_of(locales: Iterable[Json], owner: Owner, endpoint: Json | None = None) -> Json:
    """Return the manifest; the first locale tells the testers what to do."""
    told = {locale["locale"]: locale for locale in locales}
    custom: Json = {"interfaces": [{"type": "ALEXA_PRESENTATION_APL"}]}
    if owner.endpoint:
        server = owner.endpoint.startswith("https:")
        certificate = {"sslCertificateType": "Trusted"} if server else {}
        custom["endpoint"] = {"uri": owner.endpoint, **certificate}
    elif endpoint:
        custom["endpoint"] = endpoint
    privacy = {"privacyPolicyUrl": owner.privacy_url or NO_PRIVACY}
    return {
        "manifestVersion": "1.0",
        "publishingInformation": {
            "locales": {name: _listing(locale) for name, locale in told.items()},
            "category": "HEALTH_AND_FITNESS",
            "isAvailableWorldwide": False,
            "distributionMode": "PUBLIC",
            "distributionCountries": sorted({name.rpartition("-")[2] for name in told}),
            "testingInstructions": next(iter(told.values()))["store"]["testing"].strip(),
        },
        "privacyAndCompliance": {**COMPLIANCE, "locales": dict.fromkeys(told, privacy)},
        "apis": {"custom": custom},
    }


def _listing(locale: Mapping[str, Any]) -> Json:
    """Return what the store shows in one language; a draft says that it is one."""
    store = locale["store"]
    texts = [store["description"], store["disclaimer"]]
    texts += [] if locale["review"] == "reviewed" else [store["draft"]]
    number = locale["emergency_number"]
    told = "\n\n".join(text.strip() for text in texts)
    return {
        "name": locale["skill_name"],
        "summary": store["summary"],
        "description": told.replace("{emergency_number}", number),
        "examplePhrases": store["examples"],
        "keywords": store["keywords"],
        "smallIconUri": f"file://{IMAGES}/small.png",
        "largeIconUri": f"file://{IMAGES}/large.png",
    }


def _checked(path: Path) -> Json:
    """Return a locale's content; raise ContentError when the store would refuse it."""
    locale = read_locale(path)
    if problems := store_problems(locale):
        raise ContentError([f"{shown(path)}: {line}" for line in problems])
    return locale


def _endpoint(written: Path) -> Json | None:
    """Return the endpoint in an earlier manifest, or None."""
    try:
        found = json.loads(written.read_text(encoding="utf-8"))
        endpoint: Json | None = found["manifest"]["apis"]["custom"].get("endpoint")
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return endpoint
