// What this page asks of its server, and of nobody else.

const TIMEOUT = 15000;

/** Returns the answer to a body; throws an error, with the server's sentence in "told". */
export async function post(path, body) {
  return answered(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT),
  }));
}

/** Returns the sound that answers a body. */
export async function sound(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  return response.ok ? response.arrayBuffer() : answered(response);
}

/** Returns what is at an address. */
export async function get(path) {
  return answered(await fetch(path, { signal: AbortSignal.timeout(TIMEOUT) }));
}

async function answered(response) {
  const answer = await response.json();
  if (response.ok) return answer;
  throw Object.assign(new Error("refused"), { told: answer.error, status: response.status });
}

/** Returns whether the server answers at all. */
export async function isUp() {
  try {
    return (await fetch("/healthz", { signal: AbortSignal.timeout(TIMEOUT) })).ok;
  } catch {
    return false;
  }
}
