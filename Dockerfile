# The Alexa endpoint for others to reach. Build it with "docker build -t nerve-check ."; how to
# run it is in docs/self-hosting.md.
FROM python:3.13-slim AS built

COPY hosting.lock .
RUN python -m venv /opt/nerve-check \
  && /opt/nerve-check/bin/pip install --no-cache-dir --require-hashes --requirement hosting.lock
COPY skill /opt/nerve-check/app/skill
RUN /opt/nerve-check/bin/python -m compileall -q /opt/nerve-check/app

FROM python:3.13-slim

# Nothing in the image belongs to the user that runs it, so it can change none of it.
COPY --from=built /opt/nerve-check /opt/nerve-check
WORKDIR /opt/nerve-check/app
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s CMD ["/opt/nerve-check/bin/python", "-c", \
  "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
# SIGTERM, which "docker stop" sends, lets the turns under way finish.
CMD ["/opt/nerve-check/bin/gunicorn", "--config", "python:skill.doors.web.gunicorn_conf", \
  "--bind", "0.0.0.0:8000"]
