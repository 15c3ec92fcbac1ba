"""Uploads of images: whether a piece costs the same whatever came before it, and what stays in memory."""

import hashlib
import http.client
import os
import re
import time
import urllib.parse

import load

PIECE = 4 << 20


def flat(bench):
    """Uploads 1 GiB in pieces of 4 MiB; 128 MiB in the short form."""
    pieces = 32 if bench.short else 256
    bench.head(f"An image of {pieces * PIECE >> 20} MiB in pieces of 4 MiB")
    emulator = bench.emulator()
    piece = os.urandom(PIECE)
    digest = hashlib.sha256()
    for _ in range(pieces):
        digest.update(piece)
    made = emulator.post(
        "boot-resources/", name="custom/big", architecture="amd64/generic", filetype="tgz", base_image="ubuntu/jammy",
        sha256=digest.hexdigest(), size=pieces * PIECE).decode()
    target = re.search(r'"upload_uri": "([^"]+)"', made).group(1)
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(emulator.url).netloc)
    before = emulator.resident()
    times, most = [], before
    for _ in range(pieces):
        begun = time.monotonic()
        connection.request("PUT", target, body=piece, headers={
            "Authorization": emulator.authorization(), "Content-Type": "application/octet-stream"})
        answer = connection.getresponse()
        text = answer.read()
        times.append(time.monotonic() - begun)
        if answer.status != 200:
            raise SystemExit(f"{target}: {answer.status} {text}")
        most = max(most, emulator.resident())
    connection.close()
    emulator.stop()
    part = max(1, pieces // 8)
    first, last = load.percentile(times[:part], 0.5), load.percentile(times[-part:], 0.5)
    bench.row(
        "upload", "last pieces of an upload", last / first, f"{1e3 * last:,.1f} ms; {1e3 * first:,.1f} ms at first",
        at_least=False)
    bench.row("upload", "upload: resident MB more", most - before, f"{before:,.0f} MB before", at_least=False)
