import RegionTesting
import Testing

@testable import Formats
@testable import MAASEmulator
@testable import MAASRegion

@Suite struct VMHostWriteTests {
    static let spare: KeyValuePairs = [
        "type": "lxd", "power_address": "https://10.10.0.14:8443", "project": "maas", "name": "spare",
    ]

    @Test func `a new LXD host knows its pools at once and its totals a moment later`() throws {
        let lab = try TestRegion()
        let host = try lab.post("vm-hosts/", Self.spare)
        #expect(host.status == 200)
        #expect(try host.integer("total", "cores") == 0)
        #expect(try host.integer("total", "local_storage") == 100_000_000_000)
        #expect(try host.value("capabilities").strings.contains("composable"))
        #expect(try host.value("default_macvlan_mode") == .null)
        let id = try #require(try host.integer("id"))
        let later = try lab.get("vm-hosts/\(id)/")
        #expect(try later.integer("total", "cores") == 8)
        #expect(try later.integer("total", "memory") == 16_384)
        let machine = try lab.get("machines/\(try #require(try later.string("host", "system_id")))/")
        #expect(try machine.string("hostname") == "spare")
        #expect(try machine.string("status_name") == "Deployed")
        #expect(try machine.string("interface_set", 1, "name") == "br0")
        #expect(try machine.value("ip_addresses") == .array([.string("10.10.0.14")]))
    }

    @Test func `the moment of zero totals can be stretched`() throws {
        let inventory = try JSONValue(parsing: Region.lab)
        guard case .object(var members) = inventory else { return }
        members["timings"] = .object(["vm_host_discovery": .integer(30)])
        let lab = try TestRegion(inventory: JSONValue.object(members).text)
        let id = try #require(try lab.post("vm-hosts/", Self.spare).integer("id"))
        try lab.advance(29)
        #expect(try lab.get("vm-hosts/\(id)/").integer("total", "memory") == 0)
        let early = try lab.post("vm-hosts/\(id)/", op: "compose", ["memory": "2048"])
        #expect(try early.value("memory", 0).string == "Ensure this value is less than or equal to 0.")
        try lab.advance(1)
        #expect(try lab.get("vm-hosts/\(id)/").integer("total", "memory") == 16_384)
    }

    @Test func `an interface that was given another MAC address goes when the resources come again`() throws {
        let lab = try TestRegion()
        let host = try lab.post("vm-hosts/", Self.spare)
        let path = "vm-hosts/\(try #require(try host.integer("id")))/"
        let machine = "machines/\(try #require(try lab.get(path).string("host", "system_id")))/"
        func physical() throws -> [JSONValue] {
            try lab.get(machine).value("interface_set").elements.filter { $0["type"]?.string == "physical" }
        }
        let nic = try #require(try physical().first)
        let changed = try lab.put(
            "nodes/\(machine.dropFirst("machines/".count))interfaces/\(try #require(nic["id"]?.integer))/",
            ["mac_address": "02:00:00:00:00:01"])
        #expect(changed.status == 200, "\(changed.text)")
        // The bridge still has the address that the hypervisor tells.
        #expect(try lab.post(path, op: "refresh").status == 200)
        #expect(try lab.get(path).integer("total", "cores") == 8)
        #expect(try physical().map { $0["name"]?.string } == [nic["name"]?.string])
        #expect(try physical().map { $0["mac_address"]?.string } == ["00:16:3e:aa:04:01"])
    }

    @Test func `an unreachable host is kept, empty, and says so when refreshed`() throws {
        let lab = try TestRegion()
        let host = try lab.post(
            "vm-hosts/", ["type": "lxd", "power_address": "10.9.9.9", "password": "trust", "tags": "a, b"])
        #expect(host.status == 200)
        #expect(try host.value("architectures") == .array([]))
        #expect(try host.value("host", "system_id") == .null)
        #expect(try host.value("tags").strings == ["a", "b", "pod-console-logging"])
        #expect(try host.string("name")?.contains("-") == true)
        let path = "vm-hosts/\(try #require(try host.integer("id")))/"
        let refusal = try lab.post(path, op: "refresh")
        #expect(refusal.status == 503)
        #expect(refusal.text.hasSuffix("Failed to connect to the LXD REST API: 10.9.9.9:8443"))
        let parameters = try lab.get(path, query: ["op": "parameters"])
        #expect(try parameters.string("password") == "trust", "unused so far")
        #expect(try lab.post(path, op: "compose").text == "VM host does not support composability.")
        #expect(try lab.delete(path).status == 204)
        #expect(try lab.get(path).status == 404)
    }

    @Test func `the trust password goes once it was used, and certificates come in PEM`() throws {
        let lab = try TestRegion()
        let host = try lab.post(
            "vm-hosts/", ["type": "lxd", "power_address": "10.10.0.15", "password": "trust", "name": "pw"])
        let path = "vm-hosts/\(try #require(try host.integer("id")))/"
        let parameters = try lab.get(path, query: ["op": "parameters"])
        guard case .object(let members) = try parameters.json else { return }
        #expect(members.keys.sorted() == ["certificate", "key", "power_address", "project"])
        let certificate = try #require(try parameters.string("certificate"))
        let key = try #require(try parameters.string("key"))
        #expect(certificate.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
        #expect(key.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        #expect(HostCertificate.problem(certificate: certificate, key: key) == nil)
        let other = try HostCertificate.generate(commonName: "x", now: 1_795_000_000)
        #expect(
            HostCertificate.problem(certificate: certificate, key: other.key) == "Private and public keys don't match")
        #expect(HostCertificate.problem(certificate: "x", key: "y") == "Invalid PEM material")

        let explicit: KeyValuePairs = [
            "type": "lxd", "power_address": "10.10.0.15", "name": "own", "certificate": other.certificate,
            "key": other.key,
        ]
        #expect(try lab.post("vm-hosts/", explicit).status == 200)
        let same = try lab.post("vm-hosts/", explicit)
        #expect(same.status == 400)
        #expect(same.text == "Pod own with type and parameters already exist.")
        #expect(try lab.post("vm-hosts/", ["type": "lxd", "power_address": "10.10.0.15"]).status == 200)
    }

    @Test func `virsh hosts are told apart by their address`() throws {
        let lab = try TestRegion()
        let form: KeyValuePairs = [
            "type": "virsh", "power_address": "qemu+ssh://virsh@10.10.0.22/system", "power_pass": "pw", "name": "v2",
        ]
        let host = try lab.post("vm-hosts/", form)
        #expect(try host.integer("total", "cores") == 8, "libvirt tells them at once")
        #expect(try lab.post("vm-hosts/", form).text == "Pod v2 with type and parameters already exist.")
        #expect(
            try lab.post("vm-hosts/", ["type": "virsh"]).json
                == .object(["power_address": .array([.string("This field is required.")])]))
    }

    @Test func `VMs in the tracked project become machines, those elsewhere only count`() throws {
        let lab = try TestRegion()
        try lab.region.withState { state in
            let hardware = try #require(try HardwareHost.find(state.db, powerAddress: "10.10.0.14", type: .lxd))
            for (project, name, mac) in [("maas", "old", "00:16:3e:77:00:01"), ("lab", "other", "00:16:3e:77:00:02")] {
                try hardware.ensureProject(state.db, project)
                try HardwareInstance(
                    project: project, name: name, cores: 2, memory: 4096,
                    disks: [.init(label: "root", size: 10_000_000_000, tags: [], pool: "default")],
                    nics: [.init(mac: mac, attachName: "br0", attachType: "bridge", vid: 0)], power: .on
                ).save(state.db, host: hardware.id)
            }
        }
        let host = try lab.post("vm-hosts/", Self.spare)
        let id = try #require(try host.integer("id"))
        #expect(try host.value("used").text == #"{"cores": 2, "local_storage": 20000000000, "memory": 4096}"#)
        #expect(try lab.get("machines/", query: ["hostname": "other"]).list.isEmpty)
        let machine = try lab.get("machines/\(lab.systemID("old"))/")
        #expect(try machine.string("status_name") == "Commissioning")
        #expect(try machine.string("owner") == "admin")
        #expect(try machine.integer("pod", "id") == id)
        let refreshed = try lab.post("vm-hosts/\(id)/", op: "refresh")
        #expect(try refreshed.integer("used", "local_storage") == 10_000_000_000, "counted twice only at first")
        #expect(try lab.get("virtual-machines/").list.filter { $0["bmc_id"]?.integer == id }.count == 2)

        // Without decompose the VMs live on, with it they do not.
        #expect(try lab.delete("vm-hosts/\(id)/").status == 204)
        #expect(try lab.get("machines/", query: ["hostname": "old"]).list.isEmpty)
        #expect(try lab.get("machines/", query: ["hostname": "spare"]).list.isEmpty, "made by discovery")
        #expect(try lab.instances() == 4)
        let again = try #require(try lab.post("vm-hosts/", Self.spare).integer("id"))
        #expect(try lab.delete("vm-hosts/\(again)/", query: ["decompose": "true"]).status == 204)
        #expect(try lab.instances() == 3, "the VM of the other project is nobody's business")
    }

    @Test func `an update keeps what it is not told`() throws {
        let lab = try TestRegion()
        let path = "vm-hosts/\(try lab.vmHost("vmhost1"))/"
        let changed = try lab.put(path, ["default_storage_pool": "fast", "cpu_over_commit_ratio": "2.5"])
        #expect(try changed.value("storage_pools", 1, "default") == .bool(true))
        #expect(try changed.value("default_macvlan_mode") == .string(""))
        let renamed = try lab.put(path, ["name": "bad name!", "bogus": "1"])
        #expect(try renamed.value("storage_pools", 1, "default") == .bool(true))
        #expect(try renamed.value("cpu_over_commit_ratio") == .number(2.5))
        #expect(try renamed.string("zone", "name") == "az1")
        #expect(
            try lab.composed(on: "bad name!", ["storage": "8"]).string("blockdevice_set", 0, "storage_pool") == "fast")
        #expect(
            try lab.put(path, ["type": "virsh"]).value("type", 0).string
                == "Cannot change the type of a pod. Delete and re-create the pod with a different type.")
        #expect(
            try lab.put(path, ["tags": "a,,b"]).value("tags", 0).string
                == "Item 2 in the array did not validate: This field is required.")
        #expect(
            try lab.put(path, ["tags": "a\0b"]).value("tags", 0).string
                == "Item 1 in the array did not validate: Null characters are not allowed.")
        #expect(try lab.put(path, ["name": "x"], as: .user).status == 403)
    }

    /// The library reads addresses that the database does not.
    @Test(arguments: [("1.2", 500), ("2147483648", 500), ("99999999999999999999", 200), ("host.example", 200)])
    func shortAddresses(_ address: String, _ status: Int) throws {
        let lab = try TestRegion()
        let path = "vm-hosts/\(try lab.vmHost("virsh1"))/"
        #expect(try lab.put(path, ["power_address": address]).status == status)
        let machine = "machines/\(try lab.systemID("node01"))/"
        let answer = try lab.put(machine, ["power_type": "ipmi", "power_parameters_power_address": address])
        #expect(answer.status == status)
        if status == 500 { #expect(answer.text.hasPrefix("invalid input syntax for type inet: \"\(address)\"")) }
    }

    @Test func `tags`() throws {
        let lab = try TestRegion()
        let path = "vm-hosts/\(try lab.vmHost("vmhost3"))/"
        #expect(try lab.post(path, op: "add_tag", ["tag": "t1"]).value("tags").strings.contains("t1"))
        #expect(try lab.post(path, op: "add_tag", ["tag": "t1"]).value("tags").strings.filter { $0 == "t1" }.count == 1)
        let empty = try lab.post(path, op: "add_tag", ["tag": ""])
        #expect(empty.contentType == "application/json")
        #expect(
            try empty.value("tags", 0).string == "Item 4 in the array did not validate: This field cannot be blank.")
        #expect(try lab.post(path, op: "add_tag").text == "No provided tag!")
        #expect(try lab.post(path, op: "add_tag", ["tag": "a,b"]).text == "Tag may not contain a \",\".")
        #expect(try !lab.post(path, op: "remove_tag", ["tag": "t1"]).value("tags").strings.contains("t1"))
        #expect(try lab.post(path, op: "remove_tag", ["tag": "t1"]).status == 200)
        #expect(try lab.post("vm-hosts/999/", op: "add_tag", ["tag": "x"]).text == "No Pod matches the given query.")
    }

    @Test func `a member brings its cluster`() throws {
        guard case .object(var members) = try JSONValue(parsing: Region.lab),
            case .object(var hardware)? = members["hardware"], case .object(var hosts)? = hardware["hosts"]
        else { return }
        for address in ["10.10.0.14:8443", "10.10.0.15:8443"] {
            guard case .object(var host)? = hosts[address] else { continue }
            host["cluster"] = .string("c1")
            hosts[address] = .object(host)
        }
        hardware["hosts"] = .object(hosts)
        members["hardware"] = .object(hardware)
        let lab = try TestRegion(inventory: JSONValue.object(members).text)
        #expect(try lab.get("vm-clusters/").list.isEmpty)
        let first = try lab.post("vm-hosts/", Self.spare)
        #expect(try first.string("name") == "spare4", "LXD's own name for the member")
        let cluster = try lab.get("vm-clusters/").list
        #expect(cluster.count == 1)
        #expect(cluster.first?["name"]?.string == "spare")
        #expect(cluster.first?["vmhost_count"]?.integer == 2)
        let path = "vm-clusters/\(try #require(cluster.first?["id"]?.integer))"
        #expect(try lab.get(path).integer("total", "cores") == 16)
        #expect(try lab.get(path).integer("storage_pools", "default", "total") == 200_000_000_000)
        #expect(try lab.put(path, ["zone": "az2"]).status == 200)
        #expect(try lab.get("vm-hosts/\(lab.vmHost("spare5"))/").string("zone", "name") == "az2")
        #expect(try lab.put(path, ["zone": "nowhere"]).status == 400)
        #expect(try lab.delete(path).status == 204)
        #expect(try lab.get("vm-hosts/").list.count == 4)
        #expect(try lab.get("vm-clusters/99").text == "Not Found")
    }
}
