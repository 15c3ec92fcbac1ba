"""Load on a server: wrk for rates, one connection at a time for the length of a request."""

import os
import re
import subprocess
import time


def rate(url, target, key, seconds, connections=4):
    """Answers a second that wrk gets with one thread; anything but 2xx stops the run."""
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s",
         os.path.join(os.path.dirname(__file__), "oauth.lua"), url],
        env={**os.environ, "KEY": key, "TARGET": target}, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        raise SystemExit(f"{target}: {out}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def in_turns(measures, rounds):
    """What each of some measures answers, by name: the medians of some rounds in which they take turns, since the
    machine's speed changes from second to second."""
    found = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            found[name].append(measure())
    return {name: percentile(values, 0.5) for name, values in found.items()}


def timed(action):
    """Seconds that it takes."""
    begun = time.monotonic()
    action()
    return time.monotonic() - begun


def best(action, rounds=3):
    """Seconds of the fastest of some rounds, and what it answered."""
    fastest, answer = None, None
    for _ in range(rounds):
        begun = time.monotonic()
        answer = action()
        taken = time.monotonic() - begun
        fastest = taken if fastest is None else min(fastest, taken)
    return fastest, answer


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
