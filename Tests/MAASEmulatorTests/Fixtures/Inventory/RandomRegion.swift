import Formats
import RegionTesting
import TestSupport
import Testing

@testable import MAASEmulator
@testable import MAASRegion

/// A region that somebody has worked in: the lab, with things of every kind made, changed and taken away over the API.
enum RandomRegion {
    /// Makes a lab into one.
    static func grow(_ maas: TestRegion, _ random: inout SeededGenerator) throws {
        var grower = Grower(maas: maas, random: random)
        try grower.addNetworks()
        try grower.addNames()
        try grower.addServices()
        try grower.addMachines()
        for _ in 0..<10 { try grower.live() }
        // Nothing is under way when it is written.
        try maas.advance(7200)
        random = grower.random
    }

    private struct Grower {
        let maas: TestRegion
        var random: SeededGenerator
        private var made = 0

        init(maas: TestRegion, random: SeededGenerator) {
            self.maas = maas
            self.random = random
        }

        private mutating func pick<Element>(_ elements: [Element]) throws -> Element {
            try #require(elements.isEmpty ? nil : elements[random.next(below: elements.count)])
        }

        private mutating func chance() -> Bool { random.next(below: 2) == 0 }

        private mutating func name(_ word: String) -> String {
            made += 1
            return "\(word)\(made)"
        }

        private mutating func mac() -> String {
            made += 1
            let digits = String(made, radix: 16)
            return "00:16:3e:fe:00:\(digits.count < 2 ? "0" : "")\(digits)"
        }

        /// Asks for something; what the region does not want is no matter.
        @discardableResult
        private func post(_ path: String, _ pairs: [(String, String)], mayFail: Bool = false) throws -> JSONValue {
            let answer = try maas.post(path, urlencoded: pairs.map { "\($0.0)=\($0.1)" })
            #expect(mayFail || answer.status < 300, "\(path) \(pairs): \(answer.text.prefix(300))")
            return (try? answer.json) ?? .null
        }

        private func number(_ value: JSONValue) throws -> Int { try #require(value["id"]?.integer, "\(value)") }

        // MARK: Networks

        mutating func addNetworks() throws {
            let space = name("space")
            try post("spaces/", [("name", space)])
            for index in 0..<(1 + random.next(below: 3)) {
                let fabric = try number(post("fabrics/", chance() ? [("name", name("fab"))] : [("description", "f")]))
                let vid = 10 + random.next(below: 100)
                let vlan = try number(
                    post(
                        "fabrics/\(fabric)/vlans/",
                        [("vid", "\(vid)"), ("name", name("vlan")), ("mtu", "\(1400 + index)")]))
                if chance() { try maas.put("vlans/\(vlan)/", urlencoded: ["space=\(space)"]) }
                let isV4 = chance()
                let subnet = try number(
                    post(
                        "subnets/",
                        [
                            ("cidr", isV4 ? "172.20.\(index).0/24" : "fd00:\(index + 1)::/64"), ("vlan", "\(vlan)"),
                            ("name", name("net")), ("managed", chance() ? "true" : "false"),
                        ]))
                if isV4, chance() {
                    try post(
                        "static-routes/",
                        [
                            ("source", "1"), ("destination", "\(subnet)"), ("gateway_ip", "10.10.0.1"),
                            ("metric", "\(random.next(below: 9))"),
                        ])
                }
            }
            try post(
                "ipranges/",
                [
                    ("type", "reserved"), ("start_ip", "10.20.0.240"),
                    ("end_ip", "10.20.0.24\(1 + random.next(below: 8))"), ("comment", "kept"),
                ])
            if chance() { try post("ipaddresses/?op=reserve", [("ip", "10.20.0.77"), ("mac", mac())]) }
            if chance() { try post("ipaddresses/?op=reserve", [("subnet", "1")]) }
            if chance() { try post("reservedips/", [("ip", "10.20.0.78"), ("mac_address", mac())], mayFail: true) }
        }

        mutating func addNames() throws {
            let domain = name("dom") + ".example"
            try post("domains/", [("name", domain), ("ttl", "\(30 + random.next(below: 100))")])
            try post(
                "dnsresources/", [("fqdn", "www.\(domain)"), ("ip_addresses", "10.20.0.9\(random.next(below: 9))")])
            try post("dnsresourcerecords/", [("fqdn", "txt.\(domain)"), ("rrtype", "TXT"), ("rrdata", "word")])
            if chance() {
                try post(
                    "dnsresourcerecords/",
                    [("fqdn", "mx.\(domain)"), ("rrtype", "MX"), ("rrdata", "10%20mail.\(domain)")])
            }
            for _ in 0..<(1 + random.next(below: 3)) {
                try post("zones/", [("name", name("az")), ("description", "d")])
            }
            try post("resourcepools/", [("name", name("pool"))])
            try post("tags/", [("name", name("tag")), ("kernel_opts", "quiet"), ("comment", "c")])
            try post(
                "users/",
                [("username", name("user")), ("email", "a@example.com"), ("password", "p"), ("is_superuser", "0")])
            try post(
                "account/prefs/sshkeys/",
                [
                    (
                        "key",
                        "ssh-ed25519%20AAAAC3NzaC1lZDI1NTE5AAAAIGGPnPFHKNh1v5sWqdMhVgrCZD0mFeMGLqHv6qcLKbKY%20me"
                    )
                ])
            try post("account/?op=create_authorisation_token", [("name", name("key"))])
        }

        mutating func addServices() throws {
            try maas.addScript("title: T\nscript_type: testing\ntimeout: 00:05:00", fields: [("name", name("script"))])
            try maas.addScript("name: own\nhardware_type: storage", fields: [("script_type", "testing")])
            let snippet = try number(
                post(
                    "dhcp-snippets/",
                    [("name", name("snippet")), ("value", "option"), ("subnet", "1"), ("description", "d")]))
            if chance() { try maas.put("dhcp-snippets/\(snippet)/", urlencoded: ["value=other", "enabled=false"]) }
            try post(
                "package-repositories/",
                [("name", name("repo")), ("url", "http://archive.example/"), ("components", "main")])
            try post("notifications/", [("message", name("note")), ("users", "true"), ("category", "warning")])
            try post("maas/?op=set_config", [("name", "upstream_dns"), ("value", "8.8.8.\(random.next(below: 9))")])
            try post("maas/?op=set_config", [("name", "default_storage_layout"), ("value", chance() ? "lvm" : "flat")])
            let source = try number(
                post("boot-sources/", [("url", "http://images.example/\(name("s"))/"), ("keyring_filename", "x")]))
            try post(
                "boot-sources/\(source)/selections/", [("os", "ubuntu"), ("release", "jammy"), ("arches", "amd64")],
                mayFail: true)
            _ = try maas.upload("POST", "files/", fields: [("filename", "f")], files: [("file", "text")])
        }

        // MARK: Nodes

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
    }
}
