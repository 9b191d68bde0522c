"""Gets the SDK's verifier for the benchmark: ``python benchmarks/verifier.py FOLDER``.

It is in no lock of ours: nothing of it is shipped, and it cannot be imported everywhere as it is.
"""

import subprocess
import sys
from pathlib import Path

PINS = Path(__file__).with_suffix(".txt")
ONE_DIGIT, ANY = r"(\\d\\.\\d\\.\\d[a-z]*)", r"(\\d+\\.\\d+\\.\\d+[a-z]*)"
"""How oscrypto 1.3.0 reads OpenSSL's version, and how it does since, which was never released."""


def main() -> None:
    """Install it into a folder, and repair how it reads OpenSSL's version."""
    folder = Path(sys.argv[1])
    how = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    where = [f"--target={folder}", f"--requirement={PINS}"]
    subprocess.run([sys.executable, "-m", "pip", "install", *how, *where], check=True)  # noqa: S603
    for module in (folder / "oscrypto/_openssl").glob("_libcrypto_c*.py"):
        text = module.read_text(encoding="utf-8")
        module.write_text(text.replace(ONE_DIGIT, ANY), encoding="utf-8")


if __name__ == "__main__":
    main()
