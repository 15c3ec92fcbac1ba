import RegionTesting
import Testing

@testable import MAASEmulator
@testable import MAASRegion

@Suite("Fixtures")
struct FixtureTests {
    /// A region in which everything but the users is as MAAS makes it.
    static let users = #""users": [{"username": "root", "is_superuser": true, "api_key": "a:b:c"}]"#

    @Test func theLabIsTheDefault() throws {
        let maas = try TestRegion()
        #expect(try maas.get("machines/").list.count == 15)
        #expect(try maas.systemID("node01") == "qfrhae")
    }

    @Test func anEmptyFixtureGivesWhatEveryRegionHas() throws {
        let maas = try TestRegion(inventory: "{\(Self.users)}")
        #expect(try maas.get("zones/").list.map { $0["name"]?.string } == ["default"])
        #expect(try maas.get("resourcepool/0/").string("name") == "default")
        #expect(try maas.get("machines/").list.isEmpty)
        #expect(try maas.get("subnets/").list.map { $0["cidr"]?.string } == ["10.0.0.0/16"])
        #expect(try maas.get("rackcontrollers/").list.count == 1)
    }

    @Test(arguments: [
        ("{", "", "is not JSON"),
        ("[]", "", "must be an object, not a list"),
        (#"{"machine": []}"#, "machine", "unknown key"),
        (#"{"zones": {}}"#, "zones", "must be a list, not an object"),
        (#"{"zones": [{"name": 5}]}"#, "zones[0].name", "must be text, not a whole number"),
        (#"{"zones": [{}]}"#, "zones[0].name", "is missing"),
        (#"{"zones": [{"name": "a"}, {"name": "a"}]}"#, "zones[1]", "is there twice"),
        (#"{"users": [{"username": "a", "api_key": "a:b"}]}"#, "users[0].api_key", "consumer:token:secret"),
        (#"{"fabrics": [{"name": "f", "vlans": []}]}"#, "fabrics[0].vlans", "the untagged VLAN"),
        (#"{"fabrics": [{"name": "f", "vlans": [{"vid": 4095}]}]}"#, "fabrics[0].vlans[0].vid", "from 0 to 4094"),
        (
            #"{"machines": [{"hostname": "a", "cpu_count": 1000000000000}]}"#, "machines[0].cpu_count",
            "from 0 to 65536"
        ),
        (
            #"{"machines": [{"hostname": "a", "block_devices": [{"name": "sda", "size": 9223372036854775807}]}]}"#,
            "machines[0].block_devices[0].size", "from 1 to 9007199254740992"
        ),
        (
            #"{"hardware": {"hosts": {"10.0.0.1:8443": {"type": "lxd", "name": "h", "cores": 9223372036854775807, "memory": 1}}}}"#,
            "hardware.hosts.10.0.0.1:8443.cores", "from 1 to 65536"
        ),
        (#"{"zones": [{"id": 9223372036854775807, "name": "a"}]}"#, "zones[0].id", "from 0 to 2147483647"),
        (#"{"machines": [{"hostname": "a", "zone": "z"}]}"#, "machines[0].zone", "there is no z among the zones"),
        (
            #"{"machines": [{"hostname": "a", "status_name": "Idle"}]}"#, "machines[0].status_name",
            "must be one of New"
        ),
        (#"{"machines": [{"hostname": "a", "memory": -1}]}"#, "machines[0].memory", "must be at least 0"),
        (#"{"machines": [{"hostname": "a", "vm_host": "h"}]}"#, "machines[0].vm_host", "there is no VM host h"),
        (
            #"{"machines": [{"hostname": "a", "interfaces": [{"name": "e", "parents": ["x"]}]}]}"#,
            "machines[0].interfaces[0].parents[0]", "no interface x"
        ),
        (
            #"{"vm_hosts": [{"name": "h", "type": "vmware", "power_address": "a"}]}"#, "vm_hosts[0].type",
            "must be one of lxd, virsh, not vmware"
        ),
        (
            #"{"hardware": {"hosts": {"a:8443": {"type": "lxd", "name": "h", "cores": 0, "memory": 1}}}}"#,
            "hardware.hosts.a:8443.cores", "must be at least 1"
        ),
        (#"{"timings": {"lunch": 3600}}"#, "timings.lunch", "unknown key"),
        (#"{"events": [{"hostname": "ghost", "type": "Deployed"}]}"#, "events[0].hostname", "no node is called ghost"),
    ])
    func whatIsWrongIsNamedWithItsPlace(fixture: String, path: String, reason: String) throws {
        let error = #expect(throws: FixtureError.self) { try TestRegion(inventory: fixture) }
        #expect(error?.path == path)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test func whatAFixtureRepeatsMustAgree() throws {
        let machine = #""machines": [{"hostname": "a", "ip_addresses": ["10.0.0.9"]}]"#
        let error = #expect(throws: FixtureError.self) { try TestRegion(inventory: "{\(machine)}") }
        #expect(error?.reason == "the links hold no address")
    }

    @Test func aVMHostIsFilledFromItsHardware() throws {
        let maas = try TestRegion(
            inventory: """
                {\(Self.users),
                 "hardware": {"hosts": {"h:8443": {"type": "lxd", "name": "h", "cores": 8, "memory": 4096, "version": "5.0",
                    "pools": [{"name": "p", "type": "zfs", "storage": 1000}],
                    "projects": {"x": {"v": {"cores": 3, "memory": 1024, "disks": [{"size": 600, "pool": "p"}]}}}}}},
                 "vm_hosts": [{"name": "h", "type": "lxd", "power_address": "https://h:8443", "project": "x"}]}
                """)
        let host = try maas.get("vm-hosts/").value(0)
        #expect(host["total"]?.text == #"{"cores": 8, "local_storage": 1000, "memory": 4096}"#)
        #expect(host["available"]?.text == #"{"cores": 5, "local_storage": 400, "memory": 3072}"#)
        #expect(host["version"]?.string == "5.0")
    }

    @Test func numbersThatAreNamedFurtherDownAreNotGivenOut() throws {
        let maas = try TestRegion(
            inventory: """
                {\(Self.users), "controllers": [], "zones": [{"name": "x"}, {"name": "y", "id": 2}],
                 "machines": [{"hostname": "m", "power_type": "ipmi", "interfaces": [{"name": "eth0"}]},
                    {"hostname": "n", "interfaces": [{"name": "eth0", "id": 1}]}],
                 "vm_hosts": [{"name": "h", "type": "virsh", "power_address": "qemu:///system", "id": 1}]}
                """)
        #expect(try maas.get("zones/x/").integer("id") == 3)
        #expect(try maas.get("vm-hosts/1/").string("name") == "h")
        let m = try maas.systemID("m")
        #expect(try maas.get("nodes/\(m)/interfaces/").integer(0, "id") == 2)
    }
}
