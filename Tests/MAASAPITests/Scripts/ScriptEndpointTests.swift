import Foundation
import HTTPServer
import RegionTesting
import Testing

@testable import Formats
@testable import MAASRegion

@Suite("scripts/") struct ScriptEndpointTests {
    @Test(arguments: [(MAASVersion.v3_4, 30, false), (.v3_5, 31, false), (.v3_7, 31, false), (.v3_8, 32, true)])
    func theScriptsOfMAASAreThere(version: MAASVersion, count: Int, deploys: Bool) throws {
        let maas = try TestRegion(version: version)
        let scripts = try maas.get("scripts/").list
        #expect(scripts.count == count)
        #expect(scripts.allSatisfy { $0["default"] == .bool(true) })
        #expect(scripts.contains { $0["type_name"]?.string == "Deployment script" } == deploys)
        let smart = try #require(scripts.first { $0["name"]?.string == "smartctl-validate" })
        #expect(smart["tags"]?.strings == ["commissioning", "storage"])
        #expect(smart["timeout"]?.string == "0:05:00")
        #expect(smart["hardware_type_name"]?.string == "Storage")
        #expect(smart["resource_uri"]?.string == "/MAAS/api/2.0/scripts/smartctl-validate")
        let created = try #require(smart["history"]?.elements.first?["created"]?.string)
        #expect(created.hasSuffix(version >= .v3_6 ? " +0000" : " -0000"))
    }

    @Test func listsAreFiltered() throws {
        let maas = try TestRegion()
        func names(_ query: KeyValuePairs<String, String>) throws -> [String] {
            try maas.get("scripts/", query: query).list.compactMap { $0["name"]?.string }
        }
        #expect(try names(["type": "commissioning"]).count == 13)
        #expect(try names(["type": "release"]) == ["wipe-disks"])
        #expect(try names(["hardware_type": "ram", "type": "2"]).first == "memtester")
        #expect(try names(["filters": "fio,ntp"]) == ["ntp", "fio"])
        #expect(try names(["filters": "bmc-config"]) == ["30-maas-01-bmc-config"])
        #expect(try maas.get("scripts/", query: ["filters": "ntp"]).string(0, "history", 0, "comment") != nil)
        let whole = try maas.get("scripts/", query: ["filters": "ntp", "include_script": "yes"])
        let text = try #require(try whole.string(0, "history", 0, "data"))
        #expect(try #require(Data(base64Encoded: text)).starts(with: Data("#!/bin/sh".utf8)))
        #expect(try maas.get("scripts/ntp").value("name") == maas.get("scripts/23").value("name"))
    }

    @Test func aScriptSaysWhatItIs() throws {
        let maas = try TestRegion()
        let made = try maas.addScript(
            """
            name: my-test
            title: My test
            description: |
              Tests
              my things.
            script_type: test
            hardware_type: storage
            parallel: instance
            tags: [one, two]
            timeout: 00:10:00
            destructive: true
            packages:
              apt: nvme-cli
            parameters:
              storage: {type: storage, argument_format: "--disk={path}"}
            results:
              speed:
                title: Speed
            """, fields: [("comment", "first"), ("title", "My test")])
        #expect(made.status == 200, "\(made.text)")
        #expect(try made.string("description") == "Tests\nmy things.")
        #expect(try made.value("tags").strings == ["one", "two", "destructive", "storage"])
        #expect(try made.string("timeout") == "0:10:00")
        #expect(try made.string("parallel_name") == "Run along other instances of this script")
        #expect(try made.value("packages", "apt").strings == ["nvme-cli"])
        #expect(try made.string("parameters", "storage", "argument_format") == "--disk={path}")
        #expect(try made.string("results", "speed", "title") == "Speed")
        #expect(try made.string("history", 0, "comment") == "first")
    }

    @Test func plainFieldsDoToo() throws {
        let maas = try TestRegion()
        let made = try maas.post(
            "scripts/",
            [
                "name": "plain", "type": "commissioning", "timeout": "90", "tags": "a, b",
                "script": "#!/bin/sh\r\nexit 0",
            ])
        #expect(try made.integer("type") == 0)
        #expect(try made.value("tags").strings == ["a", "b", "node"])
        #expect(try maas.get("scripts/plain", query: ["op": "download"]).text == "#!/bin/sh\nexit 0")
        // A file of any name names the script.
        let file = try maas.upload("POST", "scripts/", files: [("by-file", "#!/bin/sh\n")])
        #expect(try file.string("name") == "by-file" && file.integer("type") == 2)
    }

    @Test func versionsComeAndGo() throws {
        let maas = try TestRegion()
        for number in 1...3 {
            let text = "#!/bin/sh\necho \(number)\n"
            if number == 1 {
                try maas.post("scripts/", ["name": "many", "script": text])
            } else {
                try maas.put("scripts/many", ["script": text, "comment": "nr \(number)"])
            }
        }
        // The same text is no new version.
        let same = try maas.put("scripts/many", ["script": "#!/bin/sh\necho 3\n", "comment": "again"])
        #expect(try same.value("history").elements.map { $0["comment"] } == [.string("nr 3"), .string("nr 2"), .null])
        let oldest = try #require(try same.integer("history", 2, "id"))
        func download(_ query: KeyValuePairs<String, String>) throws -> Answer {
            try maas.get("scripts/many", query: query)
        }
        #expect(try download(["op": "download", "revision": "\(oldest)"]).text == "#!/bin/sh\necho 1\n")
        #expect(try download(["op": "download", "rev": "1"]).text == "1 not found in history")
        #expect(try download(["op": "download"]).contentType == "application/binary")
        #expect(try maas.post("scripts/many", op: "revert", ["to": "-5"]).text == "Goes too far back.")
        #expect(try maas.post("scripts/many", op: "revert", ["to": "1"]).text == "1 not found in history")
        let back = try maas.post("scripts/many", op: "revert", ["to": "-1"])
        #expect(try back.value("history").elements.count == 2)
        #expect(try maas.post("scripts/many", op: "revert", ["to": "\(oldest)"]).value("history").elements.count == 1)
        #expect(try download(["op": "download"]).text == "#!/bin/sh\necho 1\n")
        #expect(try maas.delete("scripts/many").status == 204)
        #expect(try maas.delete("scripts/many").text == "No Script matches the given query.")
        let left = try maas.region.withState { try $0.db.scalar("SELECT COUNT(*) FROM script_versions") as Int? }
        #expect(left == 31)
    }

    @Test func tagsAndTheTimeLimitOfMAASsScriptsMayChange() throws {
        let maas = try TestRegion()
        let tagged = try maas.post("scripts/ntp", op: "add_tag", ["tag": "mine"])
        #expect(try tagged.value("tags").strings == ["ntp", "network", "mine"])
        #expect(
            try maas.post("scripts/ntp", op: "remove_tag", ["tag": "ntp"]).value("tags").strings == ["network", "mine"])
        // What it is about always is a tag.
        #expect(
            try maas.post("scripts/ntp", op: "remove_tag", ["tag": "network"]).value("tags").strings.contains("network")
        )
        #expect(try maas.put("scripts/ntp", ["timeout": "2:00"]).string("timeout") == "0:02:00")
        #expect(
            try maas.put("scripts/ntp", ["title": "x", "type": "testing"]).json
                == JSONValue(
                    parsing: """
                        {"title": ["Not allowed to change on default scripts."],
                        "script_type": ["Not allowed to change on default scripts."]}
                        """.utf8))
        #expect(try maas.delete("scripts/ntp").text == "Unable to delete default script")
        #expect(try maas.post("scripts/ntp", op: "revert", ["to": "-1"]).text == "Unable to revert default script")
    }

    @Test func theOlderWay() throws {
        let maas = try TestRegion()
        #expect(try maas.get("commissioning-scripts/").list.count == 13)
        #expect(try maas.get("commissioning-scripts/", as: .user).status == 403)
        #expect(try maas.post("commissioning-scripts/", ["name": "x"]).text == "No provided content!")
        let made = try maas.upload(
            "POST", "commissioning-scripts/", fields: [("name", "99-mine")], files: [("content", "#!/bin/sh\n")])
        #expect(try made.string("content") == Data("#!/bin/sh\n".utf8).base64EncodedString())
        #expect(try made.string("resource_uri") == "/MAAS/api/2.0/commissioning-scripts/99-mine")
        #expect(try maas.get("commissioning-scripts/99-mine").text == "#!/bin/sh\n")
        #expect(try maas.get("scripts/99-mine").integer("type") == 0)
        let changed = try maas.upload("PUT", "commissioning-scripts/99-mine", files: [("content", "#!/bin/bash\n")])
        #expect(changed.text == "OK")
        #expect(try maas.get("commissioning-scripts/99-mine").text == "#!/bin/bash\n")
        #expect(try maas.delete("commissioning-scripts/99-mine").status == 204)
        #expect(try maas.get("commissioning-scripts/99-mine").text == "No Script matches the given query.")
    }
}
