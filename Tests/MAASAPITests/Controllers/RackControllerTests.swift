import Formats
import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

@Suite("Racks and power types") struct RackControllerTests {
    /// The lab's controller is region and rack: MAAS does not switch what it runs on.
    @Test func whatMAASRunsOnIsLeftAlone() throws {
        let maas = try TestRegion()
        let rack = try #require(try maas.get("rackcontrollers/").string(0, "system_id"))
        let path = "rackcontrollers/\(rack)/"
        #expect(try maas.post(path, op: "power_off").text == "null")
        #expect(try maas.post(path, op: "power_on").string("power_state") == "unknown")
        #expect(
            try maas.post(path, op: "abort").text == "Cannot abort in current state: node \(rack) is in state Deployed."
        )
        #expect(
            try maas.post(path, op: "override_failed_testing").text
                == "Unable to override node status. Node is not in 'Failed testing' status.")
        #expect(
            try maas.post(path, op: "test").string("__all__", 0)
                == "Test is not available because of the current state of the node.")
        #expect(
            try maas.post(path, op: "test", ["testing_scripts": "fio"]).string("testing_scripts", 0)
                == "Destructive tests may only be run on undeployed machines.")
        for operation in ["power_off", "power_on", "abort", "test", "override_failed_testing"] {
            #expect(try maas.post(path, op: operation, as: .user).status == 403)
            #expect(
                try maas.post("rackcontrollers/zzzzzz/", op: operation).text
                    == "No RackController matches the given query.")
        }
    }

    @Test func aRackOfItsOwnIsTestedOnceItsPowerIsKnown() throws {
        let maas = try TestRegion(
            inventory: """
                {"users": [{"username": "a", "is_superuser": true, "api_key": "a:b:c"}],
                 "fabrics": [{"id": 0, "name": "f", "vlans": [{"vid": 0}]}],
                 "subnets": [{"cidr": "10.0.0.0/24", "name": "s", "vlan": {"fabric": "f", "vid": 0}}],
                 "boot_resources": [{"type": "Synced", "name": "ubuntu/noble", "architecture": "amd64/ga-24.04",
                   "subarches": "generic", "extra": {"platform": "generic"}}],
                 "controllers": [{"hostname": "rack", "node_type_name": "Rack controller", "interfaces": [
                   {"name": "eth0", "mac_address": "52:54:00:00:00:01", "fabric": "f", "vlan": 0,
                    "links": [{"mode": "static", "subnet": "s", "ip_address": "10.0.0.2"}]}]}]}
                """)
        let path = "rackcontrollers/\(try maas.systemID("rack"))/"
        let unknown = try maas.post(path, op: "test", ["testing_scripts": "ntp"])
        #expect(unknown.status == 500 && unknown.text.hasPrefix("Unconfigured power type."))
        try maas.region.withState { state in
            let bmc = try state.db.insert(into: "bmcs", ["power_type": "ipmi"])
            try state.db.execute("UPDATE nodes SET bmc_id = ?", bmc)
        }
        #expect(try maas.post(path, op: "test", ["testing_scripts": "ntp"]).string("testing_status_name") == "Pending")
        try maas.advance(60)
        #expect(try maas.get(path).string("network_test_status_name") == "Passed")
        #expect(try maas.post(path, op: "power_off").status == 200)
        #expect(try maas.get(path).string("power_state") == "off")
    }

    @Test func detailsAreThereOnceTheScriptsHavePassed() throws {
        let maas = try TestRegion()
        let rack = try #require(try maas.get("rackcontrollers/").string(0, "system_id"))
        let nothing = BSON.document([("lldp", .null), ("lshw", .null)])
        for path in ["rackcontrollers/\(rack)/", "regioncontrollers/\(rack)/"] {
            let answer = try maas.get(path, query: ["op": "details"])
            #expect(answer.response.body == nothing && answer.contentType == "application/bson")
            #expect(try maas.get(path, query: ["op": "details"], as: .user).status == 200)
        }
        let device = try maas.post("devices/", ["mac_addresses": "52:54:00:aa:bb:cc"])
        let id = try #require(try device.string("system_id"))
        #expect(try maas.get("devices/\(id)/", query: ["op": "details"]).response.body == nothing)
        let empty = BSON.document([("lldp", .binary([])), ("lshw", .binary([]))])
        #expect(
            try maas.get("machines/\(try maas.systemID("node01"))/", query: ["op": "details"]).response.body == empty)
    }

    @Test(arguments: [(MAASVersion.v3_4, 24, 9, 2), (.v3_5, 24, 10, 2), (.v3_6, 24, 10, 4), (.v3_8, 23, 10, 4)])
    func powerTypes(version: MAASVersion, count: Int, hmcz: Int, amt: Int) throws {
        let types = try TestRegion(version: version).get("rackcontrollers/", query: ["op": "describe_power_types"]).list
        #expect(types.count == count)
        func fields(_ name: String) -> [String] {
            types.first { $0["name"]?.string == name }?["fields"]?.elements.compactMap { $0["name"]?.string } ?? []
        }
        #expect(fields("hmcz").contains("power_verify_ssl") == (hmcz == 10))
        #expect(fields("amt").count == amt)
        #expect(types.contains { $0["name"]?.string == "nova" } == (version < .v3_8))
        #expect(types.first { $0["name"]?.string == "lxd" }?["defaults"]?["memory"] == .integer(2048))
        #expect(types.first { $0["name"]?.string == "manual" }?["queryable"] == .bool(false))
    }

    @Test func parametersAreHeldAgainstTheirFields() throws {
        let maas = try TestRegion()
        let path = "machines/\(try maas.systemID("node01"))/"
        let choice = try maas.put(path, ["power_parameters_power_boot_type": "floppy"])
        #expect(
            try choice.string("power_parameters", 0)
                == "Power boot type: 'floppy' is not a valid power_boot_type.  It should be one of: 'auto', 'legacy', 'efi'."
        )
        let missing = try maas.put(path, ["power_type": "lxd", "power_parameters_power_address": "10.0.0.1"])
        #expect(try missing.string("power_parameters", 0) == "Instance name: This field is required.")
        let nothing = try maas.put(path, ["power_type": "lxd"])
        #expect(try nothing.string("power_parameters", 0) == "This field is required.")
        #expect(
            try maas.put(path, ["power_parameters_power_boot_type": "floppy", "power_parameters_skip_check": "true"])
                .status
                == 200)
    }
}
