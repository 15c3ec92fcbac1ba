"""Measures the emulator against bare servers and against itself, prints ratios and holds them against bounds.json."""

import argparse
import http.client
import json
import os
import shutil
import sys
import tempfile
import threading
import time
import urllib.parse

import load
import region
from servers import Bare, Emulator

HERE = os.path.dirname(os.path.abspath(__file__))


class Bench:
    def __init__(self, arguments, scratch):
        self.arguments = arguments
        self.scratch = scratch
        self.rows = []
        self.running = []
        with open(os.path.join(HERE, "bounds.json")) as file:
            self.bounds = json.load(file)["short" if arguments.short else "full"]
        self.seconds = 1 if arguments.short else 4

    def row(self, table, name, ratio, text, at_least=True):
        """`at_least`: whether the bound is the least that is good, or the most."""
        bound = self.bounds.get(name)
        good = bound is None or (ratio >= bound if at_least else ratio <= bound)
        self.rows.append({"table": table, "name": name, "ratio": round(ratio, 3), "bound": bound, "good": good})
        mark = "" if bound is None else f"{'>=' if at_least else '<='} {bound:g}"
        self.say(f"{name:44} {ratio:9.3f}  {mark:9} {'' if good else 'OUT OF BOUNDS':14} {text}")

    def head(self, title):
        self.say(f"\n{title}")

    def say(self, text):
        if not self.arguments.json:
            print(text, flush=True)

    def emulator(self, *flags, **environment):
        emulator = Emulator(self.arguments.emulator, self.scratch, *flags, environment=environment)
        self.running.append(emulator)
        return emulator

    def close(self):
        """Ends what an error has left running."""
        for emulator in self.running:
            if emulator.process.poll() is None:
                emulator.stop()

    def against_bare(self, emulator, suffix, targets):
        for name, path in targets:
            target = f"/MAAS/api/2.0/{path}"
            body = emulator.get(path)
            rates = {}
            for kind, command in (("C", self.arguments.bare), ("Swift", self.arguments.bare_swift)):
                bare = Bare(command, self.scratch, body)
                rates[kind] = load.rate(bare.url, target, emulator.key, self.seconds)
                bare.stop()
            own = load.rate(emulator.url.removesuffix("/MAAS"), target, emulator.key, self.seconds)
            self.row(
                suffix, f"{name}{suffix}", own / rates["C"],
                f"{own:,.0f} of {rates['C']:,.0f} answers/s in C, {rates['Swift']:,.0f} of our server; {len(body):,} bytes")

    def targets(self, emulator):
        machine = emulator.json("machines/")[0]
        host = emulator.json("vm-hosts/")[0]["id"]
        return [
            ("vm-hosts/{id}/", f"vm-hosts/{host}/"), ("zones/", "zones/"),
            ("machines/{id}/", f"machines/{machine['system_id']}/"), ("machines/", "machines/"),
            ("machines/?hostname=", f"machines/?hostname={machine['hostname']}"), ("version/", "version/"),
        ]

    def rates(self):
        self.head("Answers a second, of the bare server in C that answers the same bytes (wrk -t1 -c4)")
        emulator = self.emulator()
        self.against_bare(emulator, "", self.targets(emulator))
        emulator.stop()
        self.head("The same with nothing remembered (MAAS_EMULATOR_KEEP_ANSWERS=off)")
        emulator = self.emulator(MAAS_EMULATOR_KEEP_ANSWERS="off")
        self.against_bare(emulator, " anew", self.targets(emulator))
        emulator.stop()

    LOOKUPS = [
        ("hostname", "machines/?hostname={hostname}"), ("mac_address", "machines/?mac_address={mac}"),
        ("id", "machines/?id={system_id}"), ("one machine", "machines/{system_id}/"),
        ("tags", "machines/?tags=few"), ("storage", "machines/?storage=label:1000000(rare)"),
        ("interfaces", "machines/?interfaces=label:name=nowhere"), ("subnets", "machines/?subnets=cidr:203.0.113.0/24"),
    ]

    def scale(self):
        sizes = [15, 100, 1000] if self.arguments.short else [15, 100, 1000, 10000]
        lists, lookups, allocations = {}, {}, {}
        for size in sizes:
            path = os.path.join(self.scratch, f"{size}.json")
            region.write(os.path.join(self.arguments.fixtures, "lab.json"), path, size)
            emulator = self.emulator("--inventory", path, MAAS_EMULATOR_KEEP_ANSWERS="off")
            lists[size], body = load.best(lambda: emulator.get("machines/"), 3)
            machine = json.loads(body)[-1]
            lists[size] /= size
            emulator.post("tags/", name="few")
            emulator.post("subnets/", cidr="203.0.113.0/24")
            emulator.post("tags/few/?op=update_nodes", add=machine["system_id"])
            words = {**machine, "mac": machine["interface_set"][0]["mac_address"]}
            lookups[size] = {
                name: self.look(emulator, path.format(**words)) for name, path in self.LOOKUPS}
            allocations[size], _ = load.best(
                lambda: emulator.post("machines/?op=allocate", storage="root:1", dry_run="true"), 5)
            if size == sizes[-1]:
                self.row("start", f"{size} machines: resident MB", emulator.resident(), "", at_least=False)
                self.row(
                    "start", f"{size} machines: ms a machine to start", 1000 * emulator.started / size, "",
                    at_least=False)
                self.fair(emulator)
            emulator.stop()
        first, last = sizes[0], sizes[-1]
        self.head(f"Time a machine of a list, of that in a list of {sizes[1]}")
        for size in sizes[2:]:
            self.row(
                "list", f"list of {size}", lists[size] / lists[sizes[1]], f"{1e6 * lists[size]:,.0f} us a machine",
                at_least=False)
        self.head(f"Time of a look-up among {last} machines, of that among {first}")
        for name, taken in lookups[last].items():
            self.row(
                "look-up", f"look-up by {name}", taken / lookups[first][name], f"{1e3 * taken:,.2f} ms",
                at_least=False)
        self.row(
            "look-up", "allocate with storage", allocations[last] / allocations[first],
            f"{1e3 * allocations[last]:,.2f} ms", at_least=False)

    @staticmethod
    def look(emulator, path):
        """The usual time of a request on a connection that stays open."""
        host = urllib.parse.urlsplit(emulator.url).netloc
        connection = http.client.HTTPConnection(host)
        times = []
        for _ in range(30):
            begun = time.monotonic()
            connection.request("GET", f"/MAAS/api/2.0/{path}", headers={"Authorization": emulator.authorization()})
            answer = connection.getresponse()
            answer.read()
            times.append(time.monotonic() - begun)
            if answer.status != 200:
                raise SystemExit(f"{path}: {answer.status}")
        connection.close()
        return load.percentile(times, 0.5)

    def fair(self, emulator):
        """`version/` while four clients list every machine."""
        self.head("version/ while four clients list all machines: 99th percentile, of that of an idle server")
        alone = self.versions(emulator)
        stop = threading.Event()

        def listing():
            while not stop.is_set():
                emulator.get("machines/")

        threads = [threading.Thread(target=listing, daemon=True) for _ in range(4)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        busy = self.versions(emulator)
        stop.set()
        for thread in threads:
            thread.join()
        self.row(
            "fair", "version/ beside four lists", busy / alone, f"{1e3 * busy:,.2f} ms; {1e3 * alone:,.2f} ms alone",
            at_least=False)

    def versions(self, emulator):
        host = urllib.parse.urlsplit(emulator.url).netloc
        connection = http.client.HTTPConnection(host)
        times = []
        for _ in range(100 if self.arguments.short else 300):
            begun = time.monotonic()
            connection.request("GET", "/MAAS/api/2.0/version/")
            connection.getresponse().read()
            times.append(time.monotonic() - begun)
        connection.close()
        return load.percentile(times, 0.99)

    def starts(self):
        self.head("Start to first answer with the lab, of maas-emulator --version")
        version, _ = load.best(lambda: os.system(f"'{self.arguments.emulator}' --version >/dev/null"), 5)

        def start():
            emulator = self.emulator()
            emulator.stop()
            return emulator.started

        started = min(start() for _ in range(3))
        self.row("start", "start with the lab", started / version, f"{1e3 * started:,.0f} ms", at_least=False)
        self.head("A reset and a new sandbox, of reading the machines")
        emulator = self.emulator(MAAS_EMULATOR_KEEP_ANSWERS="off")
        listing, _ = load.best(lambda: emulator.get("machines/"), 5)
        for name, path in (("reset", "reset"), ("sandbox", "sandboxes")):
            taken, _ = load.best(lambda path=path: emulator.steer(path, {}), 5)
            self.row("reset", name, taken / listing, f"{1e3 * taken:,.1f} ms", at_least=False)
        emulator.stop()

    def report(self):
        if self.arguments.json:
            json.dump(self.rows, sys.stdout, indent=2)
            print()
        bad = [row["name"] for row in self.rows if not row["good"]]
        if bad:
            print(f"Out of bounds: {', '.join(bad)}", file=sys.stderr)
        return 1 if bad else 0


def main():
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a minute, with bounds for a busy machine")
    parser.add_argument("--json", action="store_true", help="rows as JSON")
    for name in ("emulator", "bare", "bare-swift", "fixtures"):
        parser.add_argument(f"--{name}", required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    scratch = tempfile.mkdtemp()
    bench = Bench(arguments, scratch)
    try:
        bench.rates()
        bench.scale()
        bench.starts()
        return bench.report()
    finally:
        bench.close()
        shutil.rmtree(scratch)


if __name__ == "__main__":
    sys.exit(main())
