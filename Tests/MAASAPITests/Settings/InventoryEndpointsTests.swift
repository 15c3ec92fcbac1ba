import Foundation
import HTTPServer
import RegionTesting
import Testing

@testable import Formats
@testable import MAASRegion

/// Zones, pools, tags, users, keys, files, settings, images.
@Suite struct InventoryEndpointsTests {
    @Test func zonesMoveTheirNodesToTheDefaultZone() throws {
        let maas = try TestRegion()
        #expect(try maas.post("zones/", ["name": "z1"]).status == 200)
        #expect(
            try maas.post("zones/", ["name": "z1"]).text
                == #"{"name": ["Physical zone with this Name already exists."]}"#)
        #expect(try maas.post("zones/", ["name": "bad!"]).text == #"{"name": ["Enter a valid value."]}"#)
        #expect(try maas.put("zones/az1/", ["name": "renamed"]).string("name") == "renamed")
        #expect(try maas.delete("zones/renamed/").status == 204)
        let node = try maas.systemID("node01")
        #expect(try maas.get("machines/\(node)/").string("zone", "name") == "default")
        #expect(try maas.delete("zones/renamed/").status == 204)
        #expect(
            try maas.delete("zones/default/").text == "This zone is the default zone, it cannot be deleted.")
        #expect(try maas.post("zones/", ["name": "x"], as: .user).text == "This method is reserved for admin users.")
    }

    @Test func poolsInUseStay() throws {
        let maas = try TestRegion()
        #expect(try maas.delete("resourcepool/1/").text == "Pool has machines in it, it cannot be deleted.")
        #expect(try maas.delete("resourcepool/0/").text == "This is the default pool, it cannot be deleted.")
        let id = try #require(try maas.post("resourcepools/", ["name": "new"]).integer("id"))
        let refused = try maas.post("resourcepools/", ["name": "other"], as: .user)
        #expect(refused.status == 403 && refused.text.isEmpty)
        #expect(try maas.delete("resourcepool/\(id)/").status == 204)
        #expect(try maas.delete("resourcepool/\(id)/").text == "No ResourcePool matches the given query.")
    }

    @Test(arguments: [
        ("//[", "Invalid expression"), ("//c::d", "Invalid expression"), ("'open", "Unfinished literal"),
        ("a[b", "Invalid predicate"),
    ])
    func aDefinitionMustBeXPath(definition: String, fault: String) throws {
        let refused = try TestRegion().post("tags/", ["name": "t", "definition": definition])
        #expect(refused.text == #"{"definition": ["Invalid xpath expression: \#(fault)"]}"#)
        #expect(refused.status == 400)
    }

    @Test func aDefinitionNeedsNoKnownPrefixAndNoControlCharacters() throws {
        let maas = try TestRegion()
        let definition = "//lshw:node[@id='display'] | other:x"
        #expect(try maas.post("tags/", ["name": "t", "definition": definition]).string("definition") == definition)
        let refused = try maas.post("tags/", ["name": "u", "definition": "a\u{C}b"])
        #expect(refused.status == 500)
        #expect(
            refused.text
                == "All strings must be XML compatible: Unicode or ASCII, no NULL bytes or control characters")
    }

    @Test func tagsCountTheKnownNodesThatWereNamed() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        #expect(try maas.post("tags/", ["name": "t", "definition": "//["]).status == 400)
        _ = try maas.post("tags/", ["name": "t"])
        for _ in 1...2 {
            let counts = try maas.post("tags/t/", op: "update_nodes", ["add": node, "add": "zzzzzz"])
            #expect(try counts.integer("added") == 1 && counts.integer("removed") == 0)
        }
        #expect(try maas.get("tags/t/", query: ["op": "machines"]).list.count == 1)
        #expect(try maas.get("tags/t/", query: ["op": "devices"]).list.isEmpty)
        #expect(
            try maas.post("tags/t/", op: "update_nodes", ["add": node, "definition": "x"]).text
                == "Definition supplied 'x' doesn't match current definition ''")
        #expect(try maas.delete("tags/t/").status == 204)
    }

    @Test func usersAreMadeOnceAndGoWithoutPossessions() throws {
        let maas = try TestRegion()
        let fields: KeyValuePairs = ["username": "u2", "email": "u2@x", "password": "pw", "is_superuser": "0"]
        #expect(try maas.post("users/", fields).status == 200)
        let again = try maas.post("users/", fields)
        #expect(again.status == 409 && again.response.headers["Retry-After"] == "5")
        #expect(try maas.post("users/", [:]).text == "No provided username!")
        #expect(try maas.delete("users/admin/").text == "An administrator cannot self-delete.")
        #expect(try maas.delete("users/u2/").status == 204)
        #expect(try maas.delete("users/u2/").status == 204)
    }

    @Test func aPasswordBuysAKeyThatWorks() throws {
        let maas = try TestRegion()
        func login(_ body: String) throws -> Answer {
            let request = HTTPRequest(
                method: "POST", path: "/MAAS/accounts/authenticate/",
                headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array(body.utf8))
            return try maas.send(request, as: .nobody)
        }
        #expect(try login("username=admin&password=admin").string("token_key") == "admTokenKey0000000")
        let named = try login("username=admin&password=admin&consumer=mine")
        #expect(try named.string("name") == "mine")
        #expect(try login("username=admin&password=admin&consumer=mine").text == named.text)
        #expect(try login("username=admin&password=wrong").status == 403)
        #expect(try login("username=nobody&password=").status == 403)
        let tokens = try maas.get("account/", query: ["op": "list_authorisation_tokens"])
        #expect(try tokens.list.count == 2)
    }

    @Test func sshKeysMustBeKeys() throws {
        let maas = try TestRegion()
        let blob = [0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [0, 0, 0, 32] + [UInt8](repeating: 7, count: 32)
        let key = "ssh-ed25519 \(Data(blob).base64EncodedString()) me@here"
        let created = try maas.post("account/prefs/sshkeys/", ["key": key])
        #expect(try created.status == 201 && created.string("key") == key)
        #expect(
            try maas.post("account/prefs/sshkeys/", ["key": key]).text
                == #"{"__all__": ["This key has already been added for this user."]}"#)
        #expect(
            try maas.post("account/prefs/sshkeys/", ["key": "ssh-rsa \(Data(blob).base64EncodedString())"]).text
                == #"{"key": ["Invalid SSH public key: Invalid value."]}"#)
        let id = try #require(try created.integer("id"))
        #expect(try maas.delete("account/prefs/sshkeys/\(id)/", as: .user).status == 403)
        #expect(try maas.delete("account/prefs/sshkeys/\(id)/").status == 204)
    }

    @Test func settingsAreCheckedAndKept() throws {
        let maas = try TestRegion()
        func value(_ name: String) throws -> String {
            try maas.get("maas/", query: ["op": "get_config", "name": name]).text
        }
        func set(_ name: String, _ value: String) throws -> Answer {
            try maas.post("maas/", op: "set_config", ["name": name, "value": value])
        }
        #expect(try value("default_distro_series") == "\"noble\"")
        #expect(try set("default_distro_series", "jammy").text == "OK")
        #expect(try value("default_distro_series") == "\"jammy\"")
        #expect(
            try set("default_distro_series", "bogus").text
                == #"{"default_distro_series": ["'bogus' is not a valid release.  It should be one of: 'jammy', 'noble'."]}"#
        )
        #expect(try set("maas_syslog_port", "5240").status == 400)
        #expect(try set("session_length", "20").text == "OK")
        #expect(try value("session_length") == "20")
        #expect(try set("upstream_dns", "8.8.8.8 ::1").text == "OK")
        #expect(try value("uuid").contains("uuid is not a valid config setting"))
    }
}
