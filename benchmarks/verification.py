"""What it costs to check a request: ``PYTHONPATH=.:tests python benchmarks/verification.py``."""

from statistics import median
from time import perf_counter

from hosting import dated
from pki import ADDRESS, NOW, pki, signature

from skill.doors.web.certificates import Certificates
from skill.doors.web.signature import Sent, verified
from skill.doors.web.speaker import SKILL_ID, envelope

TIMES = 5000


def main() -> None:
    """Print the time of a check with a chain that is kept, and with one just fetched."""
    body = dated(envelope({"type": "LaunchRequest"}, {}, "en-US"))
    sent, now = Sent(ADDRESS, signature(body), body), NOW.timestamp()
    kept = Certificates([pki().root.certificate], lambda _: pki().chain)
    verified(sent, kept.key_at, SKILL_ID, now)
    with_kept, anew = [], []
    for _ in range(TIMES):
        began = perf_counter()
        verified(sent, kept.key_at, SKILL_ID, now)
        with_kept.append(perf_counter() - began)
        fresh = Certificates([pki().root.certificate], lambda _: pki().chain)
        began = perf_counter()
        verified(sent, fresh.key_at, SKILL_ID, now)
        anew.append(perf_counter() - began)
    for name, times in (("chain kept", with_kept), ("chain checked anew", anew)):
        worst = sorted(times)[int(0.99 * TIMES)]
        print(f"{name}: median {median(times) * 1e3:.3f} ms, 99th percentile {worst * 1e3:.3f} ms")


if __name__ == "__main__":
    main()
