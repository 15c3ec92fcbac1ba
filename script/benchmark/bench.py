"""Measures the emulator against bare servers and against itself, prints ratios and holds them against bounds.json."""

import argparse
import json
import os
import shutil
import sys
import tempfile

import callers
import disk
import growth
import load
import uploads
from servers import Bare, Emulator

HERE = os.path.dirname(os.path.abspath(__file__))


class Bench:
    def __init__(self, arguments, scratch):
        self.arguments = arguments
        self.scratch = scratch
        self.rows = []
        self.running = []
        with open(os.path.join(HERE, "bounds.json")) as file:
            self.bounds = json.load(file)[arguments.form]
        self.short = arguments.form != "full"
        self.seconds = 1 if self.short else 4

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

    def cost(self, emulator, action, rounds):
        """Seconds that an action takes: the fastest of some rounds. Of the debug build, which CI measures beside other
        work, the processor time: it does not count waiting, and takes more rounds since the system counts it coarsely."""
        if self.arguments.form != "growth":
            return load.best(action, rounds)[0]
        before, rounds = emulator.processor(), 4 * rounds
        for _ in range(rounds):
            action()
        return max(emulator.processor() - before, 0.01) / rounds

    def against_bare(self, emulator, suffix, targets):
        for name, path in targets:
            target = f"/MAAS/api/2.0/{path}"
            body = emulator.get(path)
            bare = {
                kind: Bare(command, self.scratch, body)
                for kind, command in (("C", self.arguments.bare), ("Swift", self.arguments.bare_swift))}
            urls = {"own": emulator.url.removesuffix("/MAAS"), **{kind: one.url for kind, one in bare.items()}}
            rates = load.in_turns(
                {kind: lambda url=url: load.rate(url, target, emulator.key, 1) for kind, url in urls.items()},
                self.seconds)
            for one in bare.values():
                one.stop()
            self.row(
                suffix, f"{name}{suffix}", rates["own"] / rates["C"],
                f"{rates['own']:,.0f} of {rates['C']:,.0f} answers/s in C, {rates['Swift']:,.0f} of our server; {len(body):,} bytes")

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
    parser.add_argument("--short", dest="form", action="store_const", const="short", default="full",
                        help="two minutes, with bounds for a busy machine")
    parser.add_argument("--growth", dest="form", action="store_const", const="growth",
                        help="only how cost grows, which a debug build tells too")
    parser.add_argument("--json", action="store_true", help="rows as JSON")
    for name in ("emulator", "bare", "bare-swift", "bare-decoder", "fixtures"):
        parser.add_argument(f"--{name}", required=name in ("emulator", "fixtures"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    scratch = tempfile.mkdtemp()
    bench = Bench(arguments, scratch)
    try:
        if arguments.form != "growth":
            bench.rates()
        growth.scale(bench)
        if arguments.form != "growth":
            growth.starts(bench)
            disk.composes(bench)
            uploads.flat(bench)
            callers.decoding(bench)
        return bench.report()
    finally:
        bench.close()
        shutil.rmtree(scratch)


if __name__ == "__main__":
    sys.exit(main())
