import Formats
import RegionTesting
import TestSupport
import Testing

@testable import MAASEmulator
@testable import MAASRegion

/// Machines, and what becomes of them.
extension RandomRegion.Grower {
    mutating func addMachines() throws {
        for _ in 0..<3 {
            let power = [
                ("power_parameters_power_address", "10.99.0.\(made)"), ("power_parameters_power_user", "u"),
                ("power_parameters_power_pass", "p"),
            ]
            let isManual = chance()
            let added = try post(
                "machines/",
                [
                    ("hostname", name("m")), ("architecture", "amd64/generic"), ("mac_addresses", mac()),
                    ("power_type", isManual ? "manual" : "ipmi"), ("commission", chance() ? "true" : "false"),
                    ("description", "d"),
                ] + (isManual ? [] : power))
            let id = try #require(added["system_id"]?.string)
            try maas.advance(600)
            let zones = try maas.get("zones/").list.compactMap { $0["name"]?.string }
            let change = try maas.put(
                "machines/\(id)/", urlencoded: ["zone=\(try pick(zones))", "description=changed"])
            #expect(change.status == 200, "\(change.text)")
            try addInterfaces(id)
            try addStorage(id)
        }
        try post("devices/", [("hostname", name("dev")), ("mac_addresses", mac()), ("description", "d")])
        // 4.0 has none any more.
        let answer = try maas.get("vm-hosts/")
        let hosts = try answer.status == 200 ? answer.list.compactMap { $0["id"]?.integer } : []
        for _ in hosts.indices.dropFirst() {
            try post(
                "vm-hosts/\(try pick(hosts))/?op=compose",
                [("cores", "\(1 + random.next(below: 3))"), ("memory", "1024"), ("hostname", name("vm"))],
                mayFail: true)
        }
        try maas.advance(600)
    }

    private mutating func addInterfaces(_ id: String) throws {
        let path = "nodes/\(id)/interfaces/"
        let nics = try (0..<3).map { _ in
            try number(
                post(
                    "\(path)?op=create_physical",
                    [("mac_address", mac()), ("vlan", "5001"), ("name", name("e")), ("tags", "fast")]))
        }
        try post(
            "\(path)?op=create_bond",
            [
                ("name", name("bond")), ("parents", "\(nics[0])"), ("parents", "\(nics[1])"),
                ("bond_mode", "802.3ad"), ("mtu", "9000"),
            ], mayFail: true)
        try post("\(path)?op=create_bridge", [("name", name("br")), ("parent", "\(nics[2])")], mayFail: true)
        try post(
            "\(path)\(nics[0])/?op=link_subnet", [("mode", chance() ? "auto" : "static"), ("subnet", "1")],
            mayFail: true)
        try post("\(path)\(nics[2])/?op=link_subnet", [("mode", "dhcp"), ("subnet", "1")], mayFail: true)
    }

    private mutating func addStorage(_ id: String) throws {
        let root = "nodes/\(id)/"
        let disks = try (0..<5).map { _ in
            try number(
                post(
                    root + "blockdevices/",
                    [
                        ("name", name("sd")), ("model", "m"), ("serial", name("s")), ("size", "50000000000"),
                        ("block_size", "512"),
                    ], mayFail: true))
        }
        let part = try post(
            "\(root)blockdevices/\(disks[0])/partitions/", [("size", "8000000000"), ("bootable", "true")],
            mayFail: true)
        if let partition = part["id"]?.integer {
            let place = "\(root)blockdevices/\(disks[0])/partition/\(partition)"
            try post("\(place)?op=format", [("fstype", "ext4"), ("label", "l")], mayFail: true)
            try post("\(place)?op=mount", [("mount_point", "/srv"), ("mount_options", "ro")], mayFail: true)
        }
        switch random.next(below: 3) {
        case 0:
            let group = try post(
                root + "volume-groups/", [("name", name("vg")), ("block_devices", "\(disks[1])")], mayFail: true)
            if let group = group["id"]?.integer {
                try post(
                    "\(root)volume-group/\(group)/?op=create_logical_volume",
                    [("name", "lv"), ("size", "5000000000")], mayFail: true)
            }
        case 1:
            try post(
                root + "raids/",
                [
                    ("name", name("md")), ("level", "raid-1"), ("block_devices", "\(disks[1])"),
                    ("block_devices", "\(disks[2])"), ("spare_devices", "\(disks[3])"),
                ], mayFail: true)
        default:
            let set = try post(root + "bcache-cache-sets/", [("cache_device", "\(disks[1])")], mayFail: true)
            if let set = set["id"]?.integer {
                try post(
                    root + "bcaches/",
                    [
                        ("name", name("bcache")), ("cache_set", "\(set)"), ("backing_device", "\(disks[2])"),
                        ("cache_mode", "writeback"),
                    ], mayFail: true)
            }
        }
        try post(
            "machines/\(id)/?op=mount_special", [("fstype", "tmpfs"), ("mount_point", "/scratch")], mayFail: true)
    }

    /// Something that happens to a machine.
    mutating func live() throws {
        let machines = try maas.get("machines/").list
        let machine = try pick(machines)
        let id = try #require(machine["system_id"]?.string)
        let path = "machines/\(id)/"
        switch random.next(below: 6) {
        case 0:
            try maas.put(
                path,
                urlencoded: [["hostname=\(name("h"))"], ["domain=0"], ["swap_size=4096"]][random.next(below: 3)])
        case 1:
            let disks = machine["physicalblockdevice_set"]?.elements.compactMap { $0["id"]?.integer } ?? []
            if let disk = disks.last {
                try post("nodes/\(id)/blockdevices/\(disk)/?op=set_boot_disk", [], mayFail: true)
            }
            let links = machine["interface_set"]?.elements.compactMap { $0["id"]?.integer } ?? []
            if let nic = links.first {
                try post("nodes/\(id)/interfaces/\(nic)/?op=set_default_gateway", [], mayFail: true)
            }
        case 2:
            _ = try maas.region.withState { state in
                try LifecycleFailure.add(state, try pick(LifecycleFailure.Step.allCases))
            }
        default: break
        }
        let operations: [(String, [(String, String)])] = [
            ("deploy", chance() ? [] : [("ephemeral_deploy", "true"), ("enable_hw_sync", "true")]), ("release", []),
            ("commission", []), ("test", []), ("mark_broken", [("comment", "c")]), ("lock", []),
            ("rescue_mode", []), ("power_on", []), ("power_off", []), ("abort", []),
            ("set_workload_annotations", [("role", name("r"))]),
            ("set_storage_layout", [("storage_layout", chance() ? "lvm" : "bcache")]),
        ]
        let (operation, form) = try pick(operations)
        try post("\(path)?op=\(operation)", form, mayFail: true)
        try maas.advance(600)
        if random.next(below: 12) == 0 { try maas.delete(path) }
    }

    /// What is begun and not over.
    mutating func begin() throws {
        for id in try maas.get("machines/").list.compactMap({ $0["system_id"]?.string }) where chance() {
            let operation = try pick(["deploy", "commission", "test", "release", "rescue_mode"])
            try post("machines/\(id)/?op=\(operation)", [], mayFail: true)
            if chance() { try maas.advance(0.7) }
        }
    }
}
