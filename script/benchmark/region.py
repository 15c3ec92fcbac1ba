"""Fixtures of any size: the lab with machines added, every one of them Ready."""

import copy
import json


def write(lab, path, machines):
    with open(lab) as file:
        region = json.load(file)
    model = next(m for m in region["machines"] if m.get("interfaces") and m.get("status_name", "New") == "Ready")
    region["machines"] = region["machines"][:machines]
    for number in range(len(region["machines"]), machines):
        machine = copy.deepcopy(model)
        for key in [k for k in machine if k.endswith("_id")]:
            machine.pop(key)
        for key in ("hardware_uuid", "ip_addresses", "power_parameters", "vm_host"):
            machine.pop(key, None)
        machine["hostname"] = f"bench-{number}"
        for index, interface in enumerate(machine["interfaces"]):
            interface.pop("id", None)
            interface["links"] = [
                {k: v for k, v in link.items() if k not in ("id", "ip_address")}
                for link in interface.get("links", []) if link["mode"] in ("auto", "dhcp", "link_up")]
            if "mac_address" in interface:
                interface["mac_address"] = "02:%02x:%02x:%02x:%02x:%02x" % (
                    index, number >> 24 & 255, number >> 16 & 255, number >> 8 & 255, number & 255)
        for disk in machine.get("block_devices", []):
            disk.pop("id", None)
            for partition in disk.get("partitions", []):
                partition.pop("id", None)
        region["machines"].append(machine)
    with open(path, "w") as file:
        json.dump(region, file)
