import Formats
import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

extension TestRegion {
    /// The id of the VM host called `name`.
    func vmHost(_ name: String) throws -> Int {
        try region.withState { state in
            try #require(try state.db.scalar("SELECT id FROM vm_hosts WHERE name = ?", name) as Int?)
        }
    }

    /// Composes on a VM host; answers what MAAS answers.
    func compose(
        on host: String = "vmhost1", _ form: KeyValuePairs<String, String> = [:], as who: Who = .admin
    ) throws -> Answer {
        try post("vm-hosts/\(vmHost(host))/", op: "compose", form, as: who)
    }

    /// Composes a machine that is ready at once, and reads it.
    func composed(on host: String = "vmhost1", _ form: KeyValuePairs<String, String> = [:]) throws -> Answer {
        let fields = form.map { ($0.key, $0.value) } + [("skip_commissioning", "true")]
        let body = fields.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }
        var request = HTTPRequest(method: "POST", path: "\(Dispatch.root)vm-hosts/\(try vmHost(host))/")
        request.query = "op=compose"
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array(body.joined(separator: "&").utf8)
        let answer = try send(request)
        guard answer.status == 200 else { return answer }
        return try get("machines/\(try #require(try answer.string("system_id")))/")
    }

    func used(_ host: String) throws -> VMHost.Resources {
        let id = try vmHost(host)
        return try region.withState { state in try #require(try VMHost.find(state.db, id: id)).used(state.db) }
    }

    /// How many VMs live on the hardware, in any project.
    func instances() throws -> Int {
        try region.withState { try $0.db.scalar("SELECT COUNT(*) FROM hardware_instances") ?? 0 }
    }
}

@Suite struct ComposeTests {
    @Test func `what is asked for is what the machine has, and what the host gives`() throws {
        let lab = try TestRegion()
        let before = try lab.used("vmhost1")
        let machine = try lab.composed([
            "hostname": "big", "cores": "4", "memory": "8192", "storage": "root:20(fast),data:30,more:5.5(a,b)",
        ])
        #expect(try machine.string("status_name") == "Ready")
        #expect(try machine.string("hostname") == "big")
        #expect(try machine.value("cpu_count") == .integer(4))
        #expect(try machine.value("memory") == .integer(8192))
        #expect(try machine.string("zone", "name") == "default", "not the host's az1")
        #expect(try machine.string("pool", "name") == "pool-a", "the host's")
        #expect(try machine.string("blockdevice_set", 0, "storage_pool") == "fast")
        // The disk with the most tags comes right after the boot disk.
        #expect(try machine.value("blockdevice_set", 1, "size") == .integer(5_500_000_000))
        #expect(try machine.value("blockdevice_set", 1, "tags") == .array([.string("a"), .string("b")]))
        #expect(try machine.string("blockdevice_set", 2, "used_for") == "Unused")
        #expect(try machine.string("blockdevice_set", 2, "serial") == "lxd_disk2")
        let after = try lab.used("vmhost1")
        #expect(after.cores == before.cores + 4)
        #expect(after.memory == before.memory + 8192)
        #expect(after.localStorage == before.localStorage + 55_500_000_000)

        let id = try #require(try machine.string("system_id"))
        #expect(try lab.delete("machines/\(id)/").status == 204)
        #expect(try lab.used("vmhost1") == before, "deleting gives everything back")
    }

    @Test(
        arguments: [
            (["cores": "0"], "cores", "Ensure this value is greater than or equal to 1."),
            (["cores": "33"], "cores", "Ensure this value is less than or equal to 32."),
            (["memory": "1023"], "memory", "Ensure this value is greater than or equal to 1024."),
            (["memory": "lots"], "memory", "Enter a whole number."),
            (["cpu_speed": "2401"], "cpu_speed", "Ensure this value is less than or equal to 2400."),
            (
                ["architecture": "amd64"], "architecture",
                "Select a valid choice. amd64 is not one of the available choices."
            ),
            (["hostname": "node01"], "hostname", "Node with hostname \"node01\" already exists"),
            (["hostname": "a_b"], "hostname", "Host label cannot contain underscore: 'a_b'."),
            (["hostname": "x-"], "hostname", "Label cannot start or end with hyphen: 'x-'."),
            (["hostname": "x!"], "hostname", "Label contains disallowed characters: 'x!'."),
            (["hostname": "a..b"], "hostname", "DNS name contains an empty label."),
            (["zone": "az1"], "zone", "Select a valid choice. That choice is not one of the available choices."),
            (["pool": "99"], "pool", "Select a valid choice. That choice is not one of the available choices."),
            (["domain": "maas"], "domain", "Select a valid choice. That choice is not one of the available choices."),
            (
                ["pinned_cores": "5,6"], "pinned_cores",
                "Select a valid choice. 5,6 is not one of the available choices."
            ),
            (["storage": "20GB"], "storage", "Malformed storage constraint, \"20GB\"."),
            (["interfaces": "eth0:bogus=1"], "interfaces", "Unknown interfaces constraint: 'bogus"),
        ] as [(KeyValuePairs<String, String>, String, String)])
    func `a wrong field is named`(form: KeyValuePairs<String, String>, field: String, message: String) throws {
        let lab = try TestRegion()
        let (instances, used) = (try lab.instances(), try lab.used("vmhost1"))
        let answer = try lab.compose(form)
        #expect(answer.status == 400)
        #expect(try answer.json == .object([field: .array([.string(message)])]))
        #expect(try lab.instances() == instances, "nothing is left on the hardware")
        #expect(try lab.used("vmhost1") == used)
    }

    @Test func `over-commit refuses in both resources at once, by the ratio`() throws {
        let lab = try TestRegion()
        let id = try lab.vmHost("vmhost3")
        #expect(try lab.composed(on: "vmhost3", ["cores": "1", "memory": "2048"]).status == 200)
        let refusal = try lab.composed(on: "vmhost3", ["cores": "4", "memory": "8192"])
        #expect(refusal.status == 503)
        #expect(
            refusal.text == "Unable to compose KVM instance in 'vmhost3'. CPU overcommit ratio is 1.0 and there are 3 "
                + "available resources; 4 requested.Memory overcommit ratio is 1.0 and there are 6144 available "
                + "resources; 8192 requested.")
        try lab.region.withState { state in
            try state.db.execute(
                "UPDATE vm_hosts SET cpu_over_commit_ratio = 2, memory_over_commit_ratio = 1.25 WHERE id = ?", id)
        }
        #expect(try lab.composed(on: "vmhost3", ["cores": "4", "memory": "8192"]).status == 200)
        #expect(try lab.composed(on: "vmhost3", ["cores": "1", "memory": "1024"]).status == 503)
    }

    @Test func `disks that do not fit are the driver's refusal, and nothing stays`() throws {
        let lab = try TestRegion()
        let instances = try lab.instances()
        let tagged = try lab.composed(["storage": "root:600(fast)"])
        #expect(tagged.status == 500)
        #expect(tagged.text == "Not enough storage space on storage pools: fast")
        let second = try lab.composed(["storage": "root:10,data:5000", "hostname": "halfway"])
        #expect(second.text == "Not enough space in default storage pool: default")
        #expect(try lab.instances() == instances)
        #expect(try lab.composed(["hostname": "halfway"]).status == 200, "the name is free again")
        #expect(try lab.composed(["storage": "1.2.3"]).text == "could not convert string to float: '1.2.3'")
    }

    @Test func `pinned cores are the VM's cores`() throws {
        let lab = try TestRegion()
        let id = try lab.vmHost("vmhost1")
        var request = HTTPRequest(method: "POST", path: "\(Dispatch.root)vm-hosts/\(id)/")
        request.query = "op=compose"
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array("pinned_cores=2&pinned_cores=0&cores=4&hostname=pinned&skip_commissioning=true".utf8)
        #expect(try lab.send(request).status == 200)
        let machine = try lab.get("machines/\(lab.systemID("pinned"))/")
        #expect(try machine.value("cpu_count") == .integer(2))
        let vm = try lab.region.withState { state in
            try state.db.first("SELECT * FROM virtual_machines WHERE identifier = 'pinned'", row: VirtualMachine.init)
        }
        #expect(vm?.pinnedCores == [0, 2])
        #expect(vm?.unpinnedCores == 0)
    }

    @Test func `names that are no host names are replaced`() throws {
        let lab = try TestRegion()
        for name in ["a.b", "x", "9lives"] {
            let hostname = try #require(try lab.composed(["hostname": name]).string("hostname"))
            #expect(hostname != name && hostname.contains("-"))
        }
        #expect(try lab.composed(["hostname": "UpperVM"]).string("hostname") == "UpperVM")
    }

    @Test func `a driver that cannot be reached, is slow or has no rack`() throws {
        let lab = try TestRegion()
        let id = try lab.vmHost("vmhost2")
        let isThere = try lab.region.withState { state in
            try ["10.10.0.12:8443", "10.9.9.9:8443"].map {
                try HardwareHost.set(state.db, powerAddress: $0, reachable: false)
            }
        }
        #expect(isThere == [true, false])
        let unreachable = try lab.compose(on: "vmhost2", ["hostname": "gone"])
        #expect(unreachable.status == 503)
        #expect(
            unreachable.text
                == "Unable to compose machine because: Failed talking to pod: Pod \(id): Failed to connect "
                + "to the LXD REST API: 10.10.0.12:8443")
        try lab.region.withState { state in
            _ = try HardwareHost.set(
                state.db, powerAddress: "https://10.10.0.12", reachable: true, responseTime: 121)
        }
        let slow = try lab.compose(on: "vmhost2", ["hostname": "gone"])
        #expect(slow.text == "Unable to compose a machine because 'lxd' driver timed out after 120 seconds.")
        try lab.region.withState { state in
            _ = try HardwareHost.set(state.db, powerAddress: "10.10.0.12", responseTime: 120)
            try state.db.execute("UPDATE nodes SET node_type = 3 WHERE node_type = 4")
        }
        let rackless = try lab.compose(on: "vmhost2", ["hostname": "gone"])
        #expect(rackless.text == "Unable to connect to any rack controller ; no connections available.")
        #expect(rackless.response.headers["Retry-After"] == "10")
        #expect(try lab.get("machines/", query: ["hostname": "gone"]).json == .array([]))
    }

    @Test func `on virsh the network is the hypervisor's and the disks are its own`() throws {
        let lab = try TestRegion()
        let machine = try lab.composed(on: "virsh1", ["hostname": "vv", "pinned_cores": "1"])
        #expect(try machine.value("cpu_count") == .integer(1))
        #expect(try machine.value("parent") == .null)
        #expect(try machine.value("bios_boot_method") == .null)
        #expect(try machine.string("blockdevice_set", 0, "used_for") == "GPT partitioned with 1 partition")
        #expect(try machine.string("interface_set", 0, "mac_address")?.hasPrefix("52:54:00:") == true)
        #expect(try machine.string("interface_set", 0, "links", 0, "subnet", "name") == "mgmt-net")
        let refusal = try lab.composed(on: "virsh1", ["interfaces": "eth0:space=mgmt"])
        #expect(refusal.status == 400)
        #expect(refusal.text == "Pod must be on a known host if interfaces are specified.")
    }
}
