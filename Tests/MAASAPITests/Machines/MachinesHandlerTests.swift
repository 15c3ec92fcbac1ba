import HTTPServer
import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct MachinesHandlerTests {
    private func names(_ answer: Answer) throws -> [String] {
        try answer.list.compactMap { $0["hostname"]?.string }
    }

    /// The ids are a list, which MAAS reads of forms only.
    @Test(arguments: ["machines/", "nodes/", "devices/"]) func zonesAreSetWithForms(path: String) throws {
        let lab = try TestRegion()
        var request = HTTPRequest(method: "POST", path: "/MAAS/api/2.0/\(path)", query: "op=set_zone")
        request.headers["Content-Type"] = "application/json"
        request.body = Array(#"{"nodes": "nobody", "zone": "az1"}"#.utf8)
        let answer = try lab.send(request)
        #expect(answer.status == 500)
        #expect(answer.text == "'dict' object has no attribute 'getlist'")
    }

    @Test func filtersNarrowTheList() throws {
        let lab = try TestRegion()
        #expect(
            try names(lab.get("machines/", query: ["hostname": "node01", "hostname": "node02"])) == [
                "node01", "node02",
            ])
        #expect(try names(lab.get("machines/", query: ["tags": "fast,gpu"])) == ["node03"])
        #expect(
            try names(lab.get("machines/", query: ["zone": "az1", "pool": "pool-a", "tags": "fast"])) == ["node01"])
        #expect(try names(lab.get("machines/", query: ["not_subnets": "cidr:10.10.0.0/24"])) == ["node09"])
        #expect(try names(lab.get("machines/", query: ["pod": "vmhost1"])) == ["vm1"])
        #expect(try names(lab.get("machines/", query: ["storage": "root:400,data:900(rotary)"])).contains("node02"))
        #expect(try names(lab.get("machines/", query: ["interfaces": "a:space=mgmt;b:space=data"])).contains("node05"))
        #expect(try names(lab.get("machines/", query: ["hostname": "nosuch"])).isEmpty)
    }

    @Test(arguments: [
        ("zone", "2", #"{"zone": ["No such zone(s): 2."]}"#),
        ("tags", "nosuch", #"{"tags": ["No such tag(s): 'nosuch'."]}"#),
        ("status", "Ready", #"{"status": ["Select a valid choice. Ready is not one of the available choices."]}"#),
        ("limit", "2", #"{"limit": ["No such constraint."]}"#),
        ("arch", "arm64", #"{"arch": ["Architecture not recognised."]}"#),
        ("mac_address", "garbage", #"{"mac_address": ["'garbage' is not a valid MAC address."]}"#),
        ("cpu_count", "abc", #"{"cpu_count": ["Invalid CPU count: number required."]}"#),
        ("storage", "root:abc", #"{"storage": ["Malformed storage constraint, \"root:abc\"."]}"#),
    ])
    func badFiltersAreRefused(name: String, value: String, text: String) throws {
        let answer = try TestRegion().get("machines/", query: [name: value])
        #expect(answer.status == 400)
        #expect(answer.text == text)
    }

    @Test func othersMachinesAreHidden() throws {
        let lab = try TestRegion()
        let seen = try names(lab.get("machines/", as: .user))
        #expect(seen.contains("node01") && !seen.contains("node07"))
        #expect(try lab.get("machines/\(try lab.systemID("node07"))/", as: .user).status == 403)
    }

    @Test func allocationTakesTheSmallest() throws {
        let lab = try TestRegion()
        let dry = try lab.post("machines/", op: "allocate", ["dry_run": "true", "not_pod_type": "lxd"])
        #expect(try dry.string("hostname") == "node05")
        #expect(try dry.string("status_name") == "Ready")
        let taken = try lab.post(
            "machines/", op: "allocate", ["not_pod_type": "lxd", "storage": "root:400(ssd)"], as: .user)
        #expect(try taken.string("hostname") == "node05")
        #expect(try taken.string("owner") == "user1")
        let disk = try #require(try taken.integer("blockdevice_set", 0, "id"))
        #expect(try taken.value("constraints_by_type", "storage", "root", 0) == .integer(disk))
        let refused = try lab.post("machines/", op: "allocate", ["cpu_count": "64", "tags": "fast"])
        #expect(refused.status == 409)
        #expect(
            refused.text
                == "No available machine matches constraints: [('cpu_count', ['64']), ('tags', ['fast'])] "
                + "(resolved to \"cpu_count=64.0 tags=fast\")")
    }

    /// Nothing matches, so a VM is made; its release takes it away, and its resources come back.
    @Test func implicitCompose() throws {
        let lab = try TestRegion()
        let used = try lab.get("vm-hosts/11/").value("used")
        let answer = try lab.post("machines/", op: "allocate", ["pod": "vmhost1", "cpu_count": "3", "mem": "3000"])
        #expect(try answer.integer("cpu_count") == 3)
        #expect(try answer.string("pod", "name") == "vmhost1")
        #expect(try lab.get("vm-hosts/11/").value("used") != used)
        let path = "machines/\(try #require(try answer.string("system_id")))/"
        #expect(try lab.post(path, op: "release").status == 200)
        #expect(try lab.get(path).status == 404)
        #expect(try lab.get("vm-hosts/11/").value("used") == used)
    }

    @Test func creation() throws {
        let lab = try TestRegion()
        let empty = try lab.post("machines/")
        #expect(try empty.string("architecture", 0) == "This field is required.")
        #expect(try empty.string("mac_addresses", 0) == "This field is required.")
        let taken = try lab.post(
            "machines/",
            [
                "hostname": "node01", "architecture": "amd64", "mac_addresses": "00:16:3e:01:00:01",
                "power_type": "manual",
            ])
        #expect(try taken.string("hostname", 0) == "Node with this Hostname already exists.")
        #expect(try taken.string("mac_addresses", 0) == "MAC address 00:16:3e:01:00:01 already in use on node01.")
        #expect(try taken.string("power_type", 0) == "Can't set power type to manual without network interfaces")
        let made = try lab.post(
            "machines/",
            ["architecture": "amd64", "mac_addresses": "00:16:3e:09:00:08", "power_type": "manual", "zone": "az1"])
        #expect(try made.string("status_name") == "Commissioning")
        #expect(try made.string("zone", "name") == "az1")
        let path = "machines/\(try #require(try made.string("system_id")))/"
        try lab.advance(30)
        #expect(try lab.get(path).string("status_name") == "Ready")
        #expect(try lab.get(path).integer("cpu_count") == 4)
    }

    @Test func creationRefusals() throws {
        let lab = try TestRegion()
        func refused(_ form: KeyValuePairs<String, String>) throws -> Answer { try lab.post("machines/", form) }
        let macs = try refused([
            "architecture": "amd64", "mac_addresses": "00:16:3e:09:00:08", "mac_addresses": "bogus",
        ])
        #expect(
            macs.text
                == #"{"mac_addresses": ["One or more MAC addresses is invalid. ('bogus' is not a valid MAC address.)"]}"#
        )
        let domain = try refused(["architecture": "amd64", "mac_addresses": "00:16:3e:09:00:08", "domain": "999"])
        #expect(domain.status == 500 && domain.text == "Domain matching query does not exist.")
        let dpu = try refused(["architecture": "amd64", "mac_addresses": "00:16:3e:09:00:08", "is_dpu": "true"])
        #expect(
            try dpu.string("__all__", 0)
                == "Invalid DPU architecture provided. Only 'arm64' architecture is supported.")
        let path = "machines/\(try lab.systemID("node01"))/"
        #expect(try lab.put(path, ["is_dpu": "true"]).status == 400)
        #expect(try lab.put(path, ["architecture": ""]).text == #"{"architecture": ["This field is required."]}"#)
        let older = try TestRegion(version: .v3_6)
        #expect(
            try older.post(
                "machines/",
                ["architecture": "amd64", "mac_addresses": "00:16:3e:09:00:08", "is_dpu": "true", "commission": "no"]
            ).status == 200)
    }

    /// Whoever enlists a machine without credentials sees little of it.
    @Test func enlistmentAnswersBriefly() throws {
        let lab = try TestRegion()
        let made = try lab.post(
            "machines/", ["architecture": "amd64", "mac_addresses": "00:16:3e:09:00:0a"], as: .nobody)
        #expect(made.status == 200)
        #expect(try made.string("status_name") == "New")
        #expect(try made.json["domain"]?["name"]?.string == "maas")
        #expect(try made.json["domain"]?["resource_uri"] == nil && made.json["zone"]?["resource_uri"] == nil)
    }

    @Test func changes() throws {
        let lab = try TestRegion()
        let path = "machines/\(try lab.systemID("node01"))/"
        #expect(try lab.put(path, ["swap_size": "1G"]).integer("swap_size") == 1_000_000_000)
        for (text, bound) in [
            ("99999999999999T", "less than or equal to 9223372036854775807"),
            ("9223372036854775808", "less than or equal to 9223372036854775807"),
            ("-99999999999999T", "greater than or equal to -9223372036854775808"),
        ] {
            let refused = try lab.put(path, ["swap_size": text])
            #expect(refused.text == #"{"swap_size": ["Ensure this value is \#(bound)."]}"#)
        }
        #expect(try lab.put(path, ["swap_size": " 1_0 K"]).integer("swap_size") == 10_000)
        #expect(try lab.put(path, ["swap_size": "abc"]).text == #"{"swap_size": ["Invalid size for swap: abc"]}"#)
        #expect(try lab.put(path, ["pool": "pool-b", "zone": "az2"]).string("pool", "name") == "pool-b")
        #expect(try lab.put(path, ["zone": "3"]).status == 400)
        #expect(try lab.put(path, ["power_type": "lxd"]).text == #"{"power_parameters": ["This field is required."]}"#)
        #expect(try lab.put(path, ["description": "x"], as: .user).status == 403)
        try lab.put(path, ["power_parameters_power_address": "10.10.0.99"])
        let power = try lab.get(path, query: ["op": "power_parameters"])
        #expect(try power.string("power_address") == "10.10.0.99")
        #expect(try power.string("power_user") == "maas")
    }

    @Test func deletingAVirtualMachineGivesItsResourcesBack() throws {
        let lab = try TestRegion()
        #expect(try lab.get("vm-hosts/11/").integer("used", "cores") == 2)
        #expect(try lab.delete("machines/\(try lab.systemID("vm1"))/").status == 204)
        #expect(try lab.get("vm-hosts/11/").integer("used", "cores") == 0)
        let host = try lab.delete("machines/\(try lab.systemID("vmhost2"))/")
        #expect(host.status == 400)
        #expect(host.text == "The following VM hosts must be removed first: vmhost2")
    }

    @Test func bulkReleaseIsAllOrNothing() throws {
        let lab = try TestRegion()
        let deployed = try lab.systemID("node07")
        let new = try lab.systemID("node09")
        let refused = try lab.post("machines/", op: "release", ["machines": deployed, "machines": new])
        #expect(refused.text == "Machine(s) cannot be released in their current state: \(new) ('New').")
        #expect(try lab.get("machines/\(deployed)/").string("status_name") == "Deployed")
        #expect(try lab.post("machines/", op: "release", ["machines": deployed]).value(0) == .string(deployed))
    }

    @Test func detailsAreBSON() throws {
        let lab = try TestRegion()
        let answer = try lab.get("machines/\(try lab.systemID("node01"))/", query: ["op": "details"])
        #expect(answer.contentType == "application/bson")
        #expect(answer.response.body.count == 27 && answer.response.body.first == 27)
    }
}
