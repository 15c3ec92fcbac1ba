"""How cost grows with the region: lists, look-ups, allocations, compose, starting; and whether others are held up."""

import http.client
import json
import os
import threading
import time
import urllib.parse

import disk
import load
import region

LOOKUPS = [
    ("hostname", "machines/?hostname={hostname}"), ("mac_address", "machines/?mac_address={mac}"),
    ("id", "machines/?id={system_id}"), ("one machine", "machines/{system_id}/"),
    ("tags", "machines/?tags=few"), ("storage", "machines/?storage=label:1000000(rare)"),
    ("interfaces", "machines/?interfaces=label:name=nowhere"), ("subnets", "machines/?subnets=cidr:203.0.113.0/24"),
]
ALLOCATIONS = [
    ("storage", {"storage": "root:1"}), ("interfaces", {"interfaces": "nic:fabric=fabric-0"}),
    ("zone", {"zone": "az1"}), ("mem", {"mem": "1"}),
]
SIZES = {"growth": [15, 60, 240], "short": [15, 100, 1000], "full": [15, 100, 1000, 10000]}


def scale(bench):
    """Measures regions of every size and compares them."""
    sizes = SIZES[bench.arguments.form]
    lists = {}
    for size in sizes:
        path, emulator = begin(bench, size)
        lists[size] = bench.cost(emulator, lambda: emulator.get("machines/"), 1 if bench.short else 3) / size
        words = looked_for(emulator)
        if size == sizes[-1]:
            _, small = begin(bench, sizes[0])
            costs = in_turns(bench, {sizes[0]: (small, looked_for(small)), size: (emulator, words)})
            small.stop()
        if size == sizes[-1] and bench.arguments.form != "growth":
            bench.head(f"A region of {size} machines")
            bench.row("start", f"{size} machines: resident MB", emulator.resident(), "", at_least=False)
            bench.row(
                "start", f"{size} machines: ms a machine to start", 1000 * emulator.started / size, "",
                at_least=False)
            bare = disk.inserts(bench, path)
            bench.row(
                "start", f"start with {size} machines, of the bare inserts", emulator.started / bare,
                f"{emulator.started:,.1f} s; {bare:,.2f} s", at_least=False)
        # Four lists of 10,000 machines at once are more than the server holds in memory: it answers 503.
        if size == min(1000, sizes[-1]) and bench.arguments.form != "growth":
            fair(bench, emulator, size)
            beside_composes(bench, emulator, emulator.json("vm-hosts/")[0]["id"])
        emulator.stop()
    first, last = sizes[0], sizes[-1]
    bench.head(f"Time a machine of a list, of that in a list of {sizes[1]}")
    for size in sizes[2:]:
        bench.row(
            "list", f"list of {size}", lists[size] / lists[sizes[1]], f"{1e6 * lists[size]:,.0f} us a machine",
            at_least=False)
    bench.head(f"Time of a look-up, an allocation and a compose among {last} machines, of that among {first}")
    for name, taken in costs.items():
        bench.row("look-up", name, taken[last] / taken[first], f"{1e3 * taken[last]:,.2f} ms", at_least=False)


def begin(bench, size):
    """An emulator of a region of so many machines, and the path of its inventory."""
    path = os.path.join(bench.scratch, f"{size}.json")
    region.write(os.path.join(bench.arguments.fixtures, "lab.json"), path, size)
    return path, bench.emulator("--inventory", path, MAAS_EMULATOR_KEEP_ANSWERS="off")


def looked_for(emulator):
    """Makes one machine something to look for, and answers its words."""
    machine = emulator.json("machines/?hostname=node01")[0]
    emulator.post("tags/", name="few")
    emulator.post("subnets/", cidr="203.0.113.0/24")
    emulator.post("tags/few/?op=update_nodes", add=machine["system_id"])
    return {**machine, "mac": machine["interface_set"][0]["mac_address"]}


def in_turns(bench, regions):
    """What each request costs in regions of several sizes, the least of two turns: they take a tenth of a millisecond more or
    less, and the machine's speed changes from second to second."""
    costs = {}
    for _ in range(2):
        for size, (emulator, words) in regions.items():
            for name, measure in requests(bench, emulator, words).items():
                taken = measure()
                costs.setdefault(name, {})[size] = min(taken, costs.get(name, {}).get(size, taken))
    return costs


def requests(bench, emulator, words):
    """Every request of one machine among many, and what measures it."""
    host = emulator.json("vm-hosts/")[0]["id"]

    def allocate(sent):
        return bench.cost(emulator, lambda: emulator.post("machines/?op=allocate", dry_run="true", **sent), 5)

    def compose():
        return bench.cost(
            emulator, lambda: emulator.post(f"vm-hosts/{host}/?op=compose", cores=1, memory=1024), 3)

    return {
        **{f"look-up by {name}": lambda path=path: look(bench, emulator, path.format(**words)) for name, path in LOOKUPS},
        **{f"allocate with {name}": lambda sent=sent: allocate(sent) for name, sent in ALLOCATIONS}, "compose": compose}


def connect(emulator):
    """A connection that stays open."""
    return http.client.HTTPConnection(urllib.parse.urlsplit(emulator.url).netloc)


def look(bench, emulator, path):
    """What a request on a connection that stays open costs."""
    connection = connect(emulator)

    def ask():
        connection.request("GET", f"/MAAS/api/2.0/{path}", headers={"Authorization": emulator.authorization()})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")

    taken = bench.cost(emulator, ask, 10 if bench.short else 30)
    connection.close()
    return taken


def while_busy(threads, busy, measure):
    """What `measure` answers while some threads do `busy` again and again."""
    stop = threading.Event()

    def work():
        while not stop.is_set():
            busy()

    workers = [threading.Thread(target=work, daemon=True) for _ in range(threads)]
    for worker in workers:
        worker.start()
    time.sleep(0.5)
    result = measure()
    stop.set()
    for worker in workers:
        worker.join()
    return result


def fair(bench, emulator, size):
    """`version/` while four clients list every machine."""
    bench.head(f"version/ while four clients list {size} machines: 99th percentile, of that of an idle server")
    # Lists are taken by another process: Python's threads would hold up the one that measures.
    def lists():
        load.rate(emulator.url.removesuffix("/MAAS"), "/MAAS/api/2.0/machines/", emulator.key, bench.seconds, connections=4)

    def alone():
        return versions(bench, emulator)

    taken = load.in_turns({"alone": alone, "busy": lambda: while_busy(1, lists, alone)}, 1 if bench.short else 3)
    bench.row(
        "fair", "version/ beside four lists", taken["busy"] / taken["alone"],
        f"{1e3 * taken['busy']:,.2f} ms; {1e3 * taken['alone']:,.2f} ms alone", at_least=False)


def versions(bench, emulator):
    connection = connect(emulator)
    times = []
    for _ in range(100 if bench.short else 300):
        begun = time.monotonic()
        connection.request("GET", "/MAAS/api/2.0/version/")
        connection.getresponse().read()
        times.append(time.monotonic() - begun)
    connection.close()
    return load.percentile(times, 0.99)


def beside_composes(bench, emulator, host):
    """Reads of sixteen clients while one composes."""
    bench.head("Reads a second of 16 clients while one composes, of those without")
    target = f"/MAAS/api/2.0/machines/{emulator.json('machines/?hostname=node01')[0]['system_id']}/"

    def rate():
        return load.rate(emulator.url.removesuffix("/MAAS"), target, emulator.key, 1, connections=16)

    rates = load.in_turns(
        {"alone": rate, "busy": lambda: while_busy(1, lambda: compose_and_delete(emulator, host), rate)}, bench.seconds)
    bench.row(
        "fair", "reads beside composes", rates["busy"] / rates["alone"],
        f"{rates['busy']:,.0f} of {rates['alone']:,.0f} answers/s")


def compose_and_delete(emulator, host):
    made = json.loads(emulator.post(f"vm-hosts/{host}/?op=compose", cores=1, memory=1024))
    emulator.delete(f"machines/{made['system_id']}/")


def starts(bench):
    """Start with the lab, a reset, a new sandbox."""
    bench.head("Start to first answer with the lab, of maas-emulator --version")
    version, _ = load.best(lambda: os.system(f"'{bench.arguments.emulator}' --version >/dev/null"), 5)

    def start():
        emulator = bench.emulator()
        emulator.stop()
        return emulator.started

    started = min(start() for _ in range(3))
    bench.row("start", "start with the lab", started / version, f"{1e3 * started:,.0f} ms", at_least=False)
    bench.head("A reset and a new sandbox, of copying the pages of the region's database")
    copied = disk.copy(bench)
    emulator = bench.emulator()
    for name, path in (("reset", "reset"), ("sandbox", "sandboxes")):
        taken, _ = load.best(lambda path=path: emulator.steer(path, {}), 5)
        bench.row(
            "reset", name, taken / copied, f"{1e3 * taken:,.1f} ms; {1e3 * copied:,.1f} ms copying", at_least=False)
    emulator.stop()
