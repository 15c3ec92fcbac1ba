"""What bare SQLite takes for what the emulator does with its database."""

import http.client
import json
import os
import sqlite3
import time
import urllib.parse

import load

# How many composes are measured one after the other, and then as many bare transactions, and how often.
COMPOSES = 20
TURNS = 3


def database(bench, *flags):
    """A database file of a region, of an emulator that has ended."""
    path = os.path.join(bench.scratch, "region.sqlite")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    bench.emulator("--database", path, *flags).stop()
    return path


def tables(connection):
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in rows]


def schema(connection, table):
    return connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]


def bare(source, path):
    """A database with the schema of `source` and nothing in it, written as the emulator writes."""
    target = sqlite3.connect(path, isolation_level=None)
    target.execute("PRAGMA journal_mode = WAL")
    target.execute("PRAGMA synchronous = NORMAL")
    for kind in ("table", "index"):
        for (sql,) in source.execute(
                "SELECT sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'", (kind,)):
            target.execute(sql)
    return target


def insert(target, table, rows):
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def inserts(bench, inventory):
    """Seconds that the rows of a region take in one transaction, with prepared statements and nothing else."""
    source = sqlite3.connect(database(bench, "--inventory", inventory))
    rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in tables(source)}
    target = bare(source, os.path.join(bench.scratch, "bare.sqlite"))
    begun = time.monotonic()
    target.execute("BEGIN IMMEDIATE")
    for table in rows:
        insert(target, table, rows[table])
    target.execute("COMMIT")
    taken = time.monotonic() - begun
    target.close()
    os.remove(os.path.join(bench.scratch, "bare.sqlite"))
    return taken


def copy(bench):
    """Seconds that copying the pages of the lab's database takes."""
    source = sqlite3.connect(database(bench))

    def once():
        path = os.path.join(bench.scratch, "copy.sqlite")
        target = sqlite3.connect(path)
        target.execute("PRAGMA synchronous = OFF")
        source.backup(target)
        target.close()
        os.remove(path)

    return load.best(once, 5)[0]


def composing(emulator, host):
    """A compose on a connection that stays open."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(emulator.url).netloc)

    def compose():
        connection.request(
            "POST", f"/MAAS/api/2.0/vm-hosts/{host}/?op=compose", body="cores=1&memory=1024",
            headers={
                "Authorization": emulator.authorization(), "Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise SystemExit(f"compose: {answer.status} {answer.read()}")
        return answer.read()

    return compose


def composes(bench):
    """Composes a second on a database file, of the bare transactions that write the same rows."""
    bench.head("Composes a second on a database file, of bare SQLite transactions that write the same rows")
    path = os.path.join(bench.scratch, "composed.sqlite")
    emulator = bench.emulator("--database", path)
    host = emulator.json("vm-hosts/")[0]["id"]
    # The bare transactions have their statements prepared, too.
    for _ in range(20):
        made = json.loads(emulator.post(f"vm-hosts/{host}/?op=compose", cores=1, memory=1024))
        emulator.delete(f"machines/{made['system_id']}/")
    reader = sqlite3.connect(path)
    # Tables of pairs have no row ids, and get a row or two.
    keyed = [table for table in tables(reader) if "WITHOUT ROWID" not in schema(reader, table)]
    before = {table: reader.execute(f"SELECT MAX(rowid) FROM {table}").fetchone()[0] or 0 for table in keyed}
    compose = composing(emulator, host)
    composed = [json.loads(compose())["system_id"] for _ in range(COMPOSES)]
    made = {
        table: reader.execute(f"SELECT * FROM {table} WHERE rowid > ?", (last,)).fetchall()
        for table, last in before.items()}
    # So many were made; of the rows, one such part is one's.
    one = {table: rows[:max(1, len(rows) // COMPOSES)] for table, rows in made.items() if rows}
    for system_id in composed:
        emulator.delete(f"machines/{system_id}/")
    target = bare(reader, os.path.join(bench.scratch, "bare-composed.sqlite"))

    def write():
        target.execute("BEGIN IMMEDIATE")
        for table, rows in one.items():
            insert(target, table, rows)
        target.execute("COMMIT")

    def writing():
        times = []
        for _ in range(COMPOSES):
            times.append(load.timed(write))
            for table in one:
                target.execute(f"DELETE FROM {table}")
        return load.percentile(times, 0.5)

    def composing_some():
        times, made = [], []
        for _ in range(COMPOSES):
            begun = time.monotonic()
            made.append(json.loads(compose())["system_id"])
            times.append(time.monotonic() - begun)
        for system_id in made:
            emulator.delete(f"machines/{system_id}/")
        return load.percentile(times, 0.5)

    taken = load.in_turns({"compose": composing_some, "alone": writing}, TURNS)
    emulator.stop()
    taken, alone = taken["compose"], taken["alone"]
    count = sum(len(rows) for rows in one.values())
    bench.row(
        "compose", "compose on a file", alone / taken,
        f"{1e3 * taken:,.1f} ms; {1e3 * alone:,.2f} ms for {count} rows alone")
