"""How gunicorn runs the hosted endpoint.

``gunicorn --config python:skill.doors.web.gunicorn_conf``

Behind a proxy on the same machine. It writes no file and logs nothing that was sent; what is on
the command line or in GUNICORN_CMD_ARGS counts before what is here.
"""

from pathlib import Path

wsgi_app = "skill.doors.web.hosted:app()"
bind = "127.0.0.1:8000"
preload_app = True
"""A mistake in the environment is told once, and the content is in memory once."""
workers = 2
threads = 4
"""A worker that waits for a certificate answers others meanwhile."""

timeout = 30
graceful_timeout = 10
"""Seconds for a turn that is under way when the server is told to stop; Alexa waits eight."""
keepalive = 75
"""Seconds; longer than a proxy keeps a connection, so that it is the one to close it."""

limit_request_line = 1024
limit_request_fields = 64
limit_request_field_size = 8190

accesslog = None
loglevel = "error"
"""Below that, gunicorn quotes headers that it cannot read."""
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - memory, no disk
