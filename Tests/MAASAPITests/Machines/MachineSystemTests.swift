import RegionTesting
import Testing

@testable import MAASRegion

/// The operating system that a machine's form sets, outside of deployments.
@Suite struct MachineSystemTests {
    private func put(_ maas: TestRegion, _ name: String, _ form: KeyValuePairs<String, String>) throws -> Answer {
        try maas.put("machines/\(maas.systemID(name))/", form)
    }

    private func shown(_ answer: Answer) throws -> [String?] {
        try ["osystem", "distro_series", "hwe_kernel"].map { try answer.string($0) }
    }

    /// A machine's form says, too, whether its hardware is reported, for a system that can; how often stays.
    @Test func hardwareReports() throws {
        let maas = try TestRegion()
        let refused = try put(maas, "node01", ["enable_hw_sync": "true"])
        #expect(refused.text.contains("Hardware sync is only supported for Linux based image deploys."))
        let on = try put(maas, "node01", ["enable_hw_sync": "zz", "osystem": "ubuntu", "distro_series": "jammy"])
        #expect(try on.json["enable_hw_sync"] == .bool(true))
        #expect(try on.integer("sync_interval") == 900)
        let off = try put(maas, "node01", ["enable_hw_sync": "false"])
        #expect(try off.json["enable_hw_sync"] == .bool(false))
        #expect(try off.integer("sync_interval") == 900)
    }

    /// Of machines that nobody has MAAS keeps whatever it is told, and looks for a kernel once.
    @Test func machinesOfNobody() throws {
        let maas = try TestRegion()
        #expect(try shown(put(maas, "node01", ["distro_series": "ubuntu/jammy"])) == ["ubuntu", "jammy", "ga-22.04"])
        #expect(try shown(put(maas, "node01", ["hwe_kernel": "bogus"])) == ["ubuntu", "jammy", "bogus"])
        #expect(try shown(put(maas, "node01", ["hwe_kernel": ""])) == ["ubuntu", "jammy", "bogus"])
        let refused = try put(maas, "node01", ["osystem": "centos", "distro_series": "ubuntu/jammy"])
        #expect(
            refused.text
                == "{\"distro_series\": [\"jammy in distro_series does not match with operating system ubuntu\"]}")
        #expect(
            try put(maas, "node01", ["license_key": "ab"]).text == "{\"license_key\": [\"Invalid license key.\"]}")
        // Without a system there is none to check a key against.
        #expect(try put(maas, "node02", ["license_key": "ab"]).status == 200)
        #expect(try shown(put(maas, "node02", ["distro_series": "a/b/c"])) == ["a", "b/c", "ga-24.04"])
        let nonsense = try put(maas, "node03", ["osystem": "ubuntu", "distro_series": "nonsense"])
        #expect(nonsense.status == 400 && nonsense.text.hasPrefix("{\"hwe_kernel\": ["))
    }

    /// Somebody's machine has its choice among the images, and what it has already must be among them, too.
    @Test func machinesOfSomebody() throws {
        let maas = try TestRegion()
        let id = try maas.systemID("node02")
        #expect(try maas.post("machines/", op: "allocate", ["system_id": id]).status == 200)
        #expect(
            try put(maas, "node02", ["osystem": "bogus", "distro_series": "foo"]).text
                == "{\"osystem\": [\"'bogus' is not a valid osystem.  It should be one of: '', 'ubuntu'.\"], "
                + "\"distro_series\": [\"'foo' is not a valid distro_series.  It should be one of: '', 'ubuntu/jammy', "
                + "'ubuntu/noble'.\"]}")
        #expect(try put(maas, "node02", ["distro_series": "jammy"]).status == 400)
        #expect(try shown(put(maas, "node02", ["distro_series": "ubuntu/jammy"])) == ["ubuntu", "jammy", "ga-22.04"])
        #expect(try shown(put(maas, "node02", ["description": "x"])) == ["ubuntu", "jammy", "ga-22.04"])
        #expect(try put(maas, "node02", ["distro_series": ""]).status == 200)
        let standing = try put(maas, "node02", ["description": "x"])
        #expect(standing.status == 400 && standing.text.contains("'ubuntu/' is not a valid distro_series."))
    }

    @Test func deployedMachinesAreToldAnything() throws {
        let maas = try TestRegion()
        #expect(try shown(put(maas, "node07", ["osystem": "foo"])) == ["foo", "jammy", "ga-22.04"])
    }

    @Test func newMachinesHaveSystems() throws {
        let answer = try TestRegion().post(
            "machines/",
            [
                "architecture": "amd64/generic", "power_type": "manual", "commission": "false",
                "mac_addresses": "00:16:3e:00:bb:01", "distro_series": "ubuntu/noble",
            ])
        #expect(try shown(answer) == ["ubuntu", "noble", "ga-24.04"])
    }

    /// Each path knows its own kind of node.
    @Test(arguments: [
        ("machines", "Machine"), ("nodes", "Node"), ("devices", "Device"), ("rackcontrollers", "RackController"),
        ("regioncontrollers", "RegionController"),
    ])
    func detailsOfNobody(path: String, model: String) throws {
        let answer = try TestRegion().get("\(path)/xxxxxx/", query: ["op": "details"])
        #expect(answer.status == 404 && answer.text == "No \(model) matches the given query.")
    }

    /// MAAS offers a filter that its database knows nothing of.
    @Test func devicesHaveNoSimpleStatus() throws {
        for (version, has) in [(MAASVersion.v3_5, false), (.v3_7, true)] {
            let answer = try TestRegion(version: version).get("devices/", query: ["simple_status": "ready"])
            #expect(answer.status == 500)
            #expect(
                answer.text.hasPrefix(
                    "Cannot resolve keyword 'simple_status' into field. Choices are: address_ttl, agent_name, "))
            #expect(answer.text.contains(" is_dpu, ") == has && answer.text.hasSuffix(" zone, zone_id"))
        }
    }

    /// A machine that enlists itself is told that it is known before it asks for its scripts.
    @Test func enlistmentsBeginWithPendingScripts() throws {
        let maas = try TestRegion()
        let made = try maas.post(
            "machines/",
            ["architecture": "amd64/generic", "mac_addresses": "00:16:3e:00:bb:09", "commission": "true"], as: .nobody)
        let path = "machines/\(try #require(try made.string("system_id")))/"
        #expect(try maas.get(path).string("commissioning_status_name") == "Pending")
        try maas.advance(3600)
        #expect(try maas.get(path).string("commissioning_status_name") == "Passed")
    }

    /// What the database could not even be asked is unknown where MAAS knows the names, and fails where it asks.
    @Test(arguments: [
        ("machines/", "zone", 400), ("machines/", "pool", 400), ("machines/", "owner", 400), ("files/", "prefix", 500),
    ])
    func namesWithNUL(path: String, field: String, status: Int) throws {
        let answer = try TestRegion().get(path, query: [field: "a\0b"])
        #expect(answer.status == status, "\(answer.text)")
    }

    @Test func fieldsWithNUL() throws {
        let maas = try TestRegion()
        let path = "machines/\(try maas.systemID("node01"))/"
        #expect(try maas.put(path, ["zone": "a\0b"]).text.contains("Select a valid choice."))
        #expect(try maas.put(path, ["domain": "a\0b"]).text == "{\"domain\": [\"Null characters are not allowed.\"]}")
        #expect(try maas.post("scripts/", ["name": "x", "script": "#!/bin/sh\0"]).status == 500)
        #expect(try maas.post("scripts/", ["name": "x", "script": "#!/bin/sh", "tags": "a\0b"]).status == 400)
        let parallel = try maas.post("scripts/", ["name": "x", "script": "#!/bin/sh", "parallel": "a\0b"])
        #expect(parallel.status == 500 && parallel.text == "'parallel'")
        #expect(try maas.post("fabrics/1/vlans/", ["vid": "9", "dhcp_on": "true"]).status == 500)
    }
}
