"""The caller half: how long MAASClient takes to read a list."""

import os
import subprocess

import region


def decoding(bench, size=1000):
    """Reading machines as MAASClient does, of what JSONDecoder takes for the bare shape."""
    bench.head(f"MAASClient reading {size} machines, of JSONDecoder reading the same keys")
    path = os.path.join(bench.scratch, "decoding.json")
    region.write(os.path.join(bench.arguments.fixtures, "lab.json"), path, size)
    emulator = bench.emulator("--inventory", path)
    with open(path, "wb") as file:
        file.write(emulator.get("machines/"))
    emulator.stop()
    out = subprocess.run([bench.arguments.bare_decoder, path], capture_output=True, text=True, check=True).stdout
    client, bare = map(float, out.split())
    bench.row("client", "client reads machines", client / bare, f"{client:,.0f} ms; {bare:,.0f} ms", at_least=False)
