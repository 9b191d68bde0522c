"""The signals by which tests end what they started, heard however the tests were started.

A run in the background ignores Ctrl-C, and whatever it starts inherits that. A handler is not
inherited: behind one, a child begins with what is usual.
"""

import signal

ENDING = (signal.SIGINT, signal.SIGTERM)


def heard_again() -> None:
    """Have them heard by every process that this one starts; this one goes on as it was started."""
    for one in ENDING:
        if signal.getsignal(one) is signal.SIG_IGN:
            signal.signal(one, lambda *_: None)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
