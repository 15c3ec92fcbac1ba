import Foundation
import RegionTesting
import Testing

@testable import MAASEmulator

/// Every mistake of a fixture is named at once, and what will surprise is said.
@Suite struct FixtureCheckTests {
    private func complaints(_ fixture: String) -> [String: String] {
        do {
            _ = try TestRegion(inventory: fixture)
            return [:]
        } catch let error as FixtureError {
            return Dictionary(([error] + error.further).map { ($0.path, $0.reason) }) { "\($0) / \($1)" }
        } catch {
            return ["": "\(error)"]
        }
    }

    @Test func everyMistakeIsNamedAtOnce() {
        let found = complaints(
            """
            {"machinez": [], "zones": [{"name": "a b"}, {"name": "a!"}],
             "fabrics": [{"name": "f", "vlans": [{"vid": 0, "dhcp_on": true}, {"vid": 7}]}],
             "subnets": [{"cidr": "10.0.0.0/24", "vlan": {"fabric": "f"}}],
             "machines": [
               {"hostname": "a!", "power_type": "ipm", "architecture": "vax/generic", "interfaces": [
                 {"name": "eth0", "mac_address": "00:16:3e:00:00:01", "links": [{"mode": "static"}]},
                 {"name": "b", "type": "bond", "parents": ["eth0"], "params": {"bond_mode": "foo"}}]},
               {"hostname": "b", "zone": "x", "interfaces": [{"name": "eth0", "mac_address": "00:16:3e:00:00:01"}]},
               {"hostname": "c", "interfaces": [{"name": "eth0", "fabric": "f", "vlan": 7, "links": [
                 {"mode": "auto", "subnet": "10.0.0.0/24"}, {"mode": "static", "ip_address": "10.0.1.1", "subnet": "10.0.0.0/24"}]}]},
               {"hostname": "d", "status_name": "Deplyed"},
               {"hostname": "e", "power_type": "ipmi", "power_parameters": {"power_user": "x"}}]}
            """)
        let expected = [
            "machinez": "did you mean machines?", "zones[1].name": "a! may have",
            "fabrics[0].vlans[0].dhcp_on": "no subnet of the VLAN has a dynamic range",
            "machines[0].hostname": "disallowed characters", "machines[0].power_type": "did you mean ipmi?",
            "machines[0].architecture": "there is no architecture vax",
            "machines[0].interfaces[0].links[0].ip_address": "is missing",
            "machines[0].interfaces[1].params.bond_mode": "must be one of balance-rr",
            "machines[1].interfaces[0].mac_address": "is the MAC address of machines[0].interfaces[0] already",
            "machines[1].zone": "there is no x among the zones",
            "machines[2].interfaces[0].links[0].subnet": "is on VLAN 0 of f, the interface on VLAN 7 of f",
            "machines[2].interfaces[0].links[1].ip_address": "10.0.1.1 is not in 10.0.0.0/24",
            "machines[3].status_name": "did you mean Deployed?",
            "machines[4].power_parameters.power_address": "is missing",
        ]
        for (path, reason) in expected {
            #expect(found[path]?.contains(reason) == true, "\(path): \(found[path] ?? "nothing")")
        }
        #expect(found.count == expected.count, "\(found.keys.filter { expected[$0] == nil })")
    }

    @Test(arguments: [
        ("{\"zones\": [],}", "the comma before } has to go (line 1)"),
        ("{\n // zones\n}", "it has no comments (line 2)"), ("# x\n{}", "it has no comments (line 1)"),
    ])
    func whatIsNearlyJSONIsRefusedWithAHint(text: String, hint: String) {
        #expect(complaints(text)[""]?.contains(hint) == true)
        #expect(complaints(#"{"about": "// no, # comment,]"}"#).isEmpty)
    }

    @Test func sequencesAndTemplatesAreNamedAsTheyAreWritten() {
        let found = complaints(
            """
            {"templates": {"big": {"zone": "nowhere"}},
             "machines": [{"hostname": "x", "count": 3}, {"hostname": "y-{01..04}", "template": "big"},
               {"hostname": "z", "template": "bg"}]}
            """)
        #expect(found["machines[1] (y-03).zone"]?.contains("there is no nowhere") == true, "\(found)")
        #expect(found["machines[2].template"]?.contains("did you mean big?") == true, "\(found)")
    }

    @Test func patternsStandForMany() {
        #expect(FixturePattern("plain") == nil)
        #expect(
            FixturePattern("node-{08..11}").map { pattern in (0..<4).map { pattern[$0] } } == [
                "node-08", "node-09", "node-10", "node-11",
            ])
        #expect(FixturePattern("00:{0x0f..0x11}")?[1] == "00:10")
        #expect(FixturePattern("a{1..}b")?.count == nil)
        #expect(FixturePattern("{1..9}-{1..3}")?.count == 3)
    }

    @Test func whatCannotBeDeployedOrComposeIsSaid() throws {
        let maas = try TestRegion(
            inventory: """
                {"boot_resources": [{"name": "ubuntu/noble", "architecture": "amd64/ga-24.04"}],
                 "machines": [{"hostname": "good"}, {"hostname": "bare", "block_devices": [
                   {"name": "sda", "size": 100000000000, "partitions": []}]},
                   {"hostname": "arm", "architecture": "arm64/generic"}, {"hostname": "dead", "power_type": ""}],
                 "vm_hosts": [{"name": "gone", "power_address": "https://gone:8443", "total": {"cores": 4, "memory": 4096}}]}
                """)
        let surprises = try FixtureTrial(maas.region).surprises()
        #expect(surprises.count == 4, "\(surprises)")
        #expect(surprises.contains { $0.hasPrefix("machine bare cannot be deployed") })
        #expect(surprises.contains { $0.contains("machine arm cannot be deployed: there is no image") })
        #expect(surprises.contains { $0.contains("machine dead cannot be deployed: it has no power type") })
        #expect(surprises.contains { $0.hasPrefix("VM host gone cannot compose") })
        // Nothing of it has happened.
        #expect(try maas.get("machines/\(try maas.systemID("good"))/").string("status_name") == "Ready")
    }

    @Test func aFixtureIncludesOthers() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fixture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws -> String {
            let url = folder.appending(path: name)
            try Data(text.utf8).write(to: url)
            return url.path
        }
        _ = try write("base.json", #"{"zones": [{"name": "z"}], "machines": [{"hostname": "base"}]}"#)
        let good = try write(
            "good.json", #"{"include": ["base.json"], "machines": [{"hostname": "own", "zone": "z"}]}"#)
        let maas = try TestRegion(inventory: String(decoding: FixtureFile(path: good).bytes, as: UTF8.self))
        #expect(try maas.get("machines/").list.map { $0["hostname"]?.string } == ["base", "own"])
        let bad = try write("bad.json", #"{"include": "base.json", "machines": [{"hostname": "own", "zone": "y"}]}"#)
        let file = try FixtureFile(path: bad)
        let error = try #require(throws: FixtureError.self) {
            try TestRegion(inventory: String(decoding: file.bytes, as: UTF8.self))
        }
        #expect(file.located(error).path == "machines[0].zone")
        #expect(file.located(error).file == bad)
        let loop = try write("loop.json", #"{"include": "loop.json"}"#)
        #expect(throws: FixtureError.self) { try FixtureFile(path: loop) }
    }
}
