import Formats
import RegionTesting
import Testing

/// What everybody does first: add a machine, commission it, allocate it, deploy it, give it back.
@Suite struct FirstHourTests {
    /// The parameters that a power type cannot do without.
    static let power: KeyValuePairs<String, [String: String]> = [
        "manual": [:], "apc": ["power_address": "192.0.2.1", "node_outlet": "3"],
        "ipmi": ["power_address": "192.0.2.1"],
        "redfish": [
            "power_address": "192.0.2.1", "power_user": "u", "power_pass": "p",
        ],
        "virsh": ["power_address": "qemu+ssh://u@192.0.2.1/system", "power_id": "vm"],
        "lxd": ["power_address": "192.0.2.1", "instance_name": "vm", "project": "maas"],
        "proxmox": [
            "power_address": "192.0.2.1", "power_user": "u", "power_vm_name": "vm", "power_verify_ssl": "n",
        ],
        "webhook": [
            "power_on_uri": "http://192.0.2.1/on", "power_off_uri": "http://192.0.2.1/off",
            "power_query_uri": "http://192.0.2.1/", "power_on_regex": "on", "power_off_regex": "off",
            "power_verify_ssl": "n",
        ],
        "hmcz": [
            "power_address": "192.0.2.1", "power_user": "u", "power_pass": "p", "power_partition_name": "x",
            "power_verify_ssl": "n",
        ],
        "amt": ["power_address": "192.0.2.1"],
        "openbmc": [
            "power_address": "192.0.2.1", "power_user": "u", "power_pass": "p",
        ],
    ]

    private func parameters(_ type: String, _ given: [String: String]) -> String {
        JSONValue.object(given.mapValues(JSONValue.string)).text
    }

    /// Waits until nothing happens any more, and answers the machine.
    private func settle(_ lab: TestRegion, _ path: String) throws -> Answer {
        for _ in 0..<8 { try lab.advance(120) }
        return try lab.get(path)
    }

    private func live(_ lab: TestRegion, _ path: String, _ type: String) throws {
        let ready = try settle(lab, path)
        #expect(try ready.string("status_name") == "Ready", "\(type): \(ready.text.prefix(200))")
        #expect(try ready.integer("boot_interface", "vlan", "vid") == 0)
        #expect(try ready.string("boot_interface", "links", 0, "mode") == "auto")
        #expect(try ready.string("boot_interface", "links", 0, "subnet", "name") == "mgmt-net")
        #expect(try ready.string("blockdevice_set", 0, "partitions", 0, "filesystem", "mount_point") == "/")
        #expect(try ready.integer("cpu_count") == 4)
        let id = try #require(try ready.string("system_id"))
        let allocated = try lab.post("machines/", op: "allocate", ["system_id": id])
        #expect(try allocated.string("status_name") == "Allocated", "\(type): \(allocated.text.prefix(200))")
        let deploying = try lab.post(path, op: "deploy")
        #expect(try deploying.string("status_name") == "Deploying", "\(type): \(deploying.text.prefix(200))")
        let deployed = try settle(lab, path)
        #expect(try deployed.string("status_name") == "Deployed", "\(type)")
        #expect(try deployed.string("ip_addresses", 0)?.hasPrefix("10.10.0.") == true)
        #expect(try lab.post(path, op: "release").status == 200)
        let released = try settle(lab, path)
        #expect(try released.string("status_name") == "Ready", "\(type)")
        #expect(try released.value("ip_addresses") == .array([]))
    }

    @Test(arguments: power.map(\.key)) func everyPowerType(_ type: String) throws {
        let given = try #require(Self.power.first { $0.key == type }).value
        let lab = try TestRegion()
        let added = try lab.post(
            "machines/",
            [
                "architecture": "amd64/generic", "mac_addresses": "52:54:00:00:0a:01", "power_type": type,
                "power_parameters": parameters(type, given), "hostname": "first",
            ])
        #expect(added.status == 200, "\(added.text.prefix(300))")
        #expect(try added.string("status_name") == "Commissioning")
        #expect(try added.value("boot_interface", "vlan") == .null)
        try live(lab, "machines/\(try #require(try added.string("system_id")))/", type)
    }

    /// Terraform adds it and waits; others add it and commission it when they are asked to.
    @Test func addedNowAndCommissionedLater() throws {
        let lab = try TestRegion()
        let added = try lab.post(
            "machines/",
            urlencoded: [
                "architecture=amd64", "power_type=manual", "commission=false", "mac_addresses=52:54:00:00:0a:01",
                "mac_addresses=52:54:00:00:0a:02",
            ])
        #expect(try added.string("status_name") == "New")
        let path = "machines/\(try #require(try added.string("system_id")))/"
        #expect(try lab.post(path, op: "commission").string("status_name") == "Commissioning")
        try live(lab, path, "manual")
        let machine = try lab.get(path)
        #expect(try machine.value("interface_set").elements.count == 2)
        #expect(try machine.string("interface_set", 1, "links", 0, "mode") == "link_up")
    }

    /// A BMC is all that is told of it: the rest is found.
    @Test func bmcAlone() throws {
        let lab = try TestRegion()
        let added = try lab.post(
            "machines/",
            [
                "architecture": "amd64/generic", "power_type": "ipmi",
                "power_parameters_power_address": "192.0.2.9",
            ])
        #expect(try added.value("interface_set") == .array([]))
        try live(lab, "machines/\(try #require(try added.string("system_id")))/", "ipmi")
    }

    /// Enlisted by the machine itself, by several MAC addresses, looked at before and after it is accepted.
    @Test(arguments: [false, true]) func enlisted(commission: Bool) throws {
        let lab = try TestRegion()
        func enlist() throws -> Answer {
            try lab.post(
                "machines/",
                [
                    "architecture": "amd64/generic", "mac_addresses": "52:54:00:00:0a:01",
                    "commission": commission ? "true" : "false", "power_type": "ipmi",
                    "power_parameters": parameters("ipmi", ["power_address": "192.0.2.7"]),
                ], as: .nobody)
        }
        let first = try enlist()
        let id = try #require(try first.string("system_id"))
        #expect(try first.string("status_name") == (commission ? "Commissioning" : "New"))
        #expect(try enlist().string("system_id") == id, "the same machine enlists again")
        let path = "machines/\(id)/"
        let new = try settle(lab, path)
        #expect(try new.string("status_name") == "New")
        #expect(try new.integer("cpu_count") == (commission ? 4 : 0))
        #expect(try lab.post("machines/", op: "accept", ["machines": id]).status == 200)
        try live(lab, path, "enlisted")
    }

    /// What is plugged in where, and what is in it, says the fixture.
    @Test func hardwareOfTheFixture() throws {
        let lab = try TestRegion(inventory: Self.inventory)
        let byMAC = try lab.post(
            "machines/",
            [
                "architecture": "amd64", "power_type": "manual", "mac_addresses": "52:54:00:00:0b:02",
            ])
        let byBMC = try lab.post(
            "machines/",
            [
                "architecture": "amd64", "power_type": "ipmi", "power_parameters_power_address": "192.0.2.50",
            ])
        let first = try settle(lab, "machines/\(try #require(try byMAC.string("system_id")))/")
        #expect(try first.string("status_name") == "Ready")
        #expect(try first.integer("cpu_count") == 16)
        #expect(try first.integer("memory") == 65536)
        // The one that was known beforehand comes first.
        let interfaces = try first.value("interface_set").elements
        #expect(Set(interfaces.compactMap { $0["name"]?.string }) == ["eno1", "eno2", "eno3"])
        let storage = try #require(interfaces.first { $0["name"] == .string("eno2") })
        #expect(try first.string("boot_interface", "name") == "eno1")
        #expect(try first.string("boot_interface", "links", 0, "subnet", "name") == "boot")
        #expect(storage["vlan"]?["name"] == .string("storage"))
        #expect(storage["links"]?.elements.first?["mode"] == .string("link_up"))
        #expect(interfaces.first { $0["name"] == .string("eno3") }?["vlan"] == .null)
        #expect(try first.value("blockdevice_set").elements.map { $0["name"]?.string } == ["nvme0n1", "sda"])
        let second = try settle(lab, "machines/\(try #require(try byBMC.string("system_id")))/")
        #expect(try second.string("boot_interface", "mac_address") == "52:54:00:00:0c:01")
        #expect(try second.string("status_name") == "Ready")
    }

    private static let inventory = """
        {
          "users": [{"username": "admin", "is_superuser": true, "api_key": "a:b:c"}],
          "fabrics": [{"name": "f", "vlans": [
            {"vid": 0, "name": "untagged", "dhcp_on": true}, {"vid": 7, "name": "storage"}]}],
          "subnets": [{"name": "boot", "cidr": "10.0.0.0/24", "vlan": {"fabric": "f", "vid": 0}}],
          "ip_ranges": [{"type": "dynamic", "start_ip": "10.0.0.100", "end_ip": "10.0.0.200", "subnet": "boot"}],
          "boot_resources": [{"name": "ubuntu/noble", "architecture": "amd64/ga-24.04",
            "subarches": "generic,ga-24.04"}],
          "controllers": [{"hostname": "rack", "node_type_name": "Rack controller", "interfaces": [
            {"name": "eth0", "mac_address": "52:54:00:00:00:01", "vlan": 0, "fabric": "f",
             "links": [{"mode": "static", "subnet": "boot", "ip_address": "10.0.0.2"}]}]}],
          "hardware": {"machines": [
            {"cpu_count": 16, "memory": 65536, "interfaces": [
              {"name": "eno1", "mac_address": "52:54:00:00:0b:01"},
              {"name": "eno2", "mac_address": "52:54:00:00:0b:02", "fabric": "f", "vlan": 7},
              {"name": "eno3", "mac_address": "52:54:00:00:0b:03", "link_connected": false}],
             "block_devices": [{"name": "nvme0n1", "size": 500000000000, "serial": "n1"},
               {"name": "sda", "size": 1000000000000, "serial": "s1"}]},
            {"power_parameters": {"power_address": "192.0.2.50"}, "interfaces": [
              {"name": "eno1", "mac_address": "52:54:00:00:0c:01"}],
             "block_devices": [{"name": "sda", "size": 100000000000}]}]}
        }
        """

    /// The boot interface is linked as the setting says.
    @Test(arguments: ["auto", "dhcp", "static", "link_up"]) func bootInterfaceLinkType(_ mode: String) throws {
        let lab = try TestRegion()
        #expect(
            try lab.post(
                "maas/", op: "set_config", ["name": "default_boot_interface_link_type", "value": mode]
            ).status == 200)
        let path = "machines/\(try lab.systemID("node09"))/"
        try lab.post(path, op: "commission")
        let ready = try settle(lab, path)
        #expect(try ready.string("status_name") == "Ready")
        #expect(try ready.string("boot_interface", "links", 0, "mode") == mode)
        #expect(try ready.string("boot_interface", "links", 0, "subnet", "name") == "mgmt-net")
    }

    /// Ansible deploys a machine of its own making as a VM host.
    @Test func machineBecomesVMHost() throws {
        let lab = try TestRegion()
        let added = try lab.post(
            "machines/",
            ["architecture": "amd64", "power_type": "manual", "mac_addresses": "52:54:00:00:0a:01", "hostname": "host"])
        let path = "machines/\(try #require(try added.string("system_id")))/"
        #expect(try settle(lab, path).string("status_name") == "Ready")
        #expect(try lab.post(path, op: "deploy", ["register_vmhost": "true"]).status == 200)
        #expect(try settle(lab, path).string("status_name") == "Deployed")
        let hosts = try lab.get("vm-hosts/").list.compactMap { $0["name"]?.string }
        #expect(hosts.contains("host"))
    }
}
