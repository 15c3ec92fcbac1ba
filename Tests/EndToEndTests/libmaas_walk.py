"""Drives python-libmaas through what its users do, against the emulator whose URL is given.

Prints one line a step; any surprise ends it with a traceback and a status other than 0.
"""

import sys
import urllib.request

from maas.client import connect, login
from maas.client.enum import NodeStatus


def advance(url, seconds):
    """Moves the emulator's clock, so that nothing waits in real time."""
    request = urllib.request.Request(
        url.replace("/MAAS/", "/emulator/clock"),
        data=b'{"advance": %d}' % seconds,
        headers={"Content-Type": "application/json"},
        method="POST",
    )
    urllib.request.urlopen(request).read()


def check(step, condition, detail=""):
    if not condition:
        sys.exit(f"{step}: {detail}")
    print(step)


def main(url, api_key):
    client = login(url, username="admin", password="admin")
    check("login by password", client.users.whoami().username == "admin")
    client = connect(url, apikey=api_key)
    check("connect by API key", client.users.whoami().is_admin)

    machines = client.machines.list()
    names = sorted(machine.hostname for machine in machines)
    check("list machines", "node01" in names, names)
    node = next(machine for machine in machines if machine.hostname == "node01")
    same = client.machines.get(system_id=node.system_id)
    check("read a machine", same.memory == 8192 and same.cpus == 4, same)
    check("its interfaces", [nic.name for nic in same.interfaces] == ["eth0", "eth1"], list(same.interfaces))
    check("its zone", same.zone.name == "az1", same.zone)

    check("list VM hosts", "vmhost1" in [pod.name for pod in client.pods.list()])
    check("list zones", "az1" in [zone.name for zone in client.zones.list()])
    check("list subnets", "10.10.0.0/24" in [subnet.cidr for subnet in client.subnets.list()])
    check("list fabrics", "fabric-0" in [fabric.name for fabric in client.fabrics.list()])
    check("list tags", "fast" in [tag.name for tag in client.tags.list()])
    check("list users", "user1" in [user.username for user in client.users.list()])
    check("list rack controllers", len(client.rack_controllers.list()) == 1)
    check("read the version", client.version.get().version.startswith("3."))
    check("read a setting", client.maas.get_name() == "maas-region")

    zone = client.zones.create(name="by-libmaas", description="made by libmaas")
    check("create a zone", client.zones.get("by-libmaas").description == "made by libmaas")
    zone.delete()
    check("delete a zone", "by-libmaas" not in [zone.name for zone in client.zones.list()])

    machine = client.machines.allocate(hostname="node01")
    check("allocate", machine.status == NodeStatus.ALLOCATED, machine.status)
    machine.deploy()
    check("deploy", machine.status == NodeStatus.DEPLOYING, machine.status)
    advance(url, 3600)
    machine.refresh()
    check("deployed", machine.status == NodeStatus.DEPLOYED, machine.status)
    machine.release()
    advance(url, 3600)
    machine.refresh()
    check("released", machine.status == NodeStatus.READY, machine.status)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
