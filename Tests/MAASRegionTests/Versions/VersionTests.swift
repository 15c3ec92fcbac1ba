import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// What MAAS's versions answer differently (`--maas-version`).
@Suite struct VersionTests {
    @Test(arguments: [
        (MAASVersion.v3_4, "focal", "ga-20.04"), (.v3_5, "jammy", "ga-22.04"), (.v3_7, "noble", "ga-24.04"),
    ])
    func aMachineIsDeployedWithTheReleaseOfItsTime(version: MAASVersion, series: String, kernel: String) throws {
        let maas = try TestRegion(version: version)
        let id = try #require(try maas.post("machines/", op: "allocate", ["name": "node01"]).string("system_id"))
        let deployed = try maas.post("machines/\(id)/", op: "deploy")
        #expect(try deployed.string("distro_series") == series)
        #expect(try deployed.string("hwe_kernel") == kernel)
    }

    @Test func numbersNameReleasesSince36() throws {
        let new = try TestRegion(version: .v3_6)
        let id = try new.systemID("node01")
        try new.region.withState {
            try $0.db.execute("UPDATE boot_resources SET alias = 'ubuntu/22.04' WHERE name = 'ubuntu/jammy'")
        }
        let deployed = try new.post("machines/\(id)/", op: "deploy", ["distro_series": "ubuntu/22.04"])
        #expect(try deployed.string("distro_series") == "jammy")
        let old = try TestRegion(version: .v3_5)
        try old.region.withState { try $0.db.execute("UPDATE boot_resources SET alias = NULL") }
        let refused = try old.post(
            "machines/\(try old.systemID("node01"))/", op: "deploy", ["distro_series": "22.04"])
        #expect(refused.status == 400 && refused.text.contains("'22.04' is not a valid distro_series."))
    }

    @Test func ipmiWasNotToldHowToPowerOffBefore35() throws {
        for (version, isThere) in [(MAASVersion.v3_4, false), (.v3_5, true)] {
            let maas = try TestRegion(version: version)
            let answer = try maas.get(
                "machines/\(try maas.systemID("node01"))/", query: ["op": "power_parameters"])
            #expect((try answer.json["power_off_mode"] != nil) == isThere)
        }
    }

    @Test func interfaceNamesAreLimitedSince36() throws {
        for (version, status, text) in [
            (MAASVersion.v3_5, 200, "Enter a valid value."), (.v3_6, 400, "1 to 15 characters"),
        ] {
            let maas = try TestRegion(version: version)
            let node = try maas.systemID("node01")
            let path = "nodes/\(node)/interfaces/"
            let id = try #require(try maas.get(path).integer(0, "id"))
            #expect(try maas.put("\(path)\(id)/", ["name": "a-name-of-some-length"]).status == status)
            #expect(try maas.put("\(path)\(id)/", ["name": "no blanks"]).text.contains(text))
        }
    }

    @Test func subnetsMayOverlapAndGoBefore37() throws {
        for (version, status) in [(MAASVersion.v3_6, 200), (.v3_7, 400)] {
            let maas = try TestRegion(version: version)
            #expect(try maas.post("subnets/", ["cidr": "10.77.0.0/16"]).status == 200)
            #expect(try maas.post("subnets/", ["cidr": "10.77.1.0/24"]).status == status)
        }
    }

    @Test func filtersComeAndGo() throws {
        let refusal = #"{"deployment_target": ["No such constraint."]}"#
        #expect(
            try TestRegion(version: .v3_4).get("machines/", query: ["deployment_target": "disk"]).text == refusal)
        #expect(try TestRegion(version: .v3_5).get("machines/", query: ["deployment_target": "disk"]).status == 200)
        let newest = try TestRegion(version: .v4_0)
        for name in ["pod", "not_pod", "pod_type", "not_pod_type"] {
            var request = HTTPRequest(method: "GET", path: Dispatch.root + "machines/")
            request.query = "\(name)=lxd"
            #expect(try newest.send(request).text == #"{"\#(name)": ["No such constraint."]}"#)
            #expect(try TestRegion(version: .v3_8).send(request).status == 200)
        }
    }

    @Test func aBrokenMachineLostItsOwnerBefore36() throws {
        for (version, keeps) in [(MAASVersion.v3_5, false), (.v3_6, true)] {
            let maas = try TestRegion(version: version)
            let id = try maas.systemID("node01")
            try maas.post("machines/\(id)/", op: "deploy")
            try maas.advance(3600)
            #expect(try maas.get("machines/\(id)/").string("status_name") == "Deployed")
            let broken = try maas.post("machines/\(id)/", op: "mark_broken", ["comment": "smoke"])
            #expect(try broken.string("status_name") == "Broken")
            #expect((try broken.string("owner") != nil) == keeps)
        }
    }

    @Test func releaseReadsItsFormAsItsVersionDoes() throws {
        let old = try TestRegion(version: .v3_4)
        let path = "machines/\(try old.systemID("node01"))/"
        #expect(
            try old.post(path, op: "release", ["erase": "perhaps"]).text
                == "Invalid erase: Value should be 'true' or 'false'")
        #expect(try old.post(path, op: "release", ["scripts": "nothing"]).status == 200)
        let refused = try TestRegion(version: .v3_5).post(path, op: "release", ["scripts": "nothing"])
        #expect(refused.status == 400 && refused.text.contains(#""scripts""#))
    }

    // MARK: 3.8

    @Test func refusalsNameThePermissionSince38() throws {
        let maas = try TestRegion(version: .v3_8)
        let text = "User does not have permission to perform this operation. The user should have permission "
        for (path, name) in [
            ("zones/", "can_edit_global_entities"), ("users/", "can_edit_identities"),
            ("boot-sources/", "can_edit_boot_entities"), ("notifications/", "can_edit_notifications"),
        ] {
            let refused = try maas.post(path, as: .user)
            #expect(refused.status == 403 && refused.text == text + "'\(name)'")
        }
        #expect(try maas.get("boot-sources/", as: .user).text == text + "'can_view_boot_entities'")
        let imported = try maas.post("rackcontrollers/", op: "import_boot_images", as: .user)
        #expect(imported.text == text + "'can_edit_controllers'")
        let parameters = try maas.get("rackcontrollers/", query: ["op": "power_parameters"], as: .user)
        #expect(parameters.text == text + "'can_edit_machines'")
        #expect(try maas.get("boot-sources/", as: .nobody).status == 401)
        #expect(
            try TestRegion(version: .v3_7).post("zones/", as: .user).text == "This method is reserved for admin users.")
    }

    @Test func vmHostsAreLookedForBeforeTheRefusalSince38() throws {
        let maas = try TestRegion(version: .v3_8)
        let id = try #require(try maas.get("vm-hosts/").integer(0, "id"))
        let refused = try maas.post("vm-hosts/\(id)/", op: "compose", as: .user)
        #expect(refused.status == 403 && refused.text.isEmpty)
        #expect(try maas.post("vm-hosts/9999/", op: "compose", as: .user).status == 404)
        let creation = try maas.post("vm-hosts/", as: .user)
        #expect(creation.status == 403 && creation.text.isEmpty)
        #expect(try TestRegion(version: .v3_7).post("vm-hosts/9999/", op: "compose", as: .user).status == 403)
    }

    @Test func timestampsMustBeNumbers() throws {
        for (version, status) in [(MAASVersion.v3_7, 500), (.v3_8, 400)] {
            let maas = try TestRegion(version: version)
            var request = HTTPRequest(method: "GET", path: Dispatch.root + "zones/")
            let header = try maas.authorization(.admin)
            request.headers["Authorization"] = header.replacing(
                /oauth_timestamp="\d+"/, with: "oauth_timestamp=\"now\"")
            let answer = try maas.send(request)
            #expect(answer.status == status)
            #expect(answer.text.contains("oauth_timestamp has an unexpected type") == (status == 400))
        }
    }

    @Test func bootSourcesHaveNamesAndPrioritiesSince38() throws {
        let maas = try TestRegion(version: .v3_8)
        let first = try maas.post("boot-sources/", ["url": "http://images.test/a.json"])
        #expect(first.status == 201)
        #expect(try first.string("name") == "http://images.test/a.json")
        #expect(try first.value("skip_keyring_verification") == .bool(true))
        let priority = try #require(try first.integer("priority"))
        let second = try maas.post(
            "boot-sources/", ["url": "http://images.test/b/", "keyring_filename": "/k", "name": "b"])
        #expect(try second.integer("priority") == priority + 1)
        #expect(try second.string("url") == "http://images.test/b")
        let old = try TestRegion(version: .v3_7).post(
            "boot-sources/", ["url": "http://images.test/b/", "keyring_filename": "/k", "name": "b"])
        #expect(try old.json["name"] == nil)
    }

    @Test func groupsAndSingleSignOnCameWith38() throws {
        let maas = try TestRegion(version: .v3_8)
        #expect(try maas.get("groups/").status == 200)
        #expect(try maas.get("oidc-providers/").text == "\"No OIDC providers found.\"")
        #expect(try maas.get("groups/", as: .user).text.hasSuffix("'can_view_identities'"))
        #expect(try TestRegion(version: .v3_7).get("groups/").status == 404)
    }

    // MARK: 4.0

    @Test func nothingMakesAVMHostIn40() throws {
        let maas = try TestRegion(version: .v4_0)
        let path = "machines/\(try maas.systemID("node01"))/"
        for name in ["install_kvm", "register_vmhost", "install_rackd"] {
            var request = HTTPRequest(method: "POST", path: Dispatch.root + path)
            request.query = "op=deploy"
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Array("\(name)=true".utf8)
            let refused = try maas.send(request)
            #expect(refused.status == 400)
            #expect(refused.text == "Support for \(name) allocation parameter has been removed.")
        }
        #expect(try maas.get(path).string("status_name") == "Ready")
    }

    @Test func nothingIsComposedByItselfIn40() throws {
        let wish: KeyValuePairs = ["cpu_count": "3", "mem": "1000", "tags": "nothing-has-it"]
        let none = try TestRegion(version: .v4_0)
        let before = try none.get("machines/").list.count
        while try none.post("machines/", op: "allocate").status == 200 {}
        #expect(try none.get("machines/").list.count == before)
        #expect(try none.post("machines/", op: "allocate").text == "No machine available.")
        #expect(try none.post("machines/", op: "allocate", wish).status >= 400)
    }

    @Test func vmHostsAreGoneIn40() throws {
        let maas = try TestRegion(version: .v4_0)
        #expect(try maas.get("vm-hosts/").status == 410)
        #expect(try maas.get("pods/9999/", as: .user).status == 410)
        #expect(try maas.get("vm-hosts/", as: .nobody).status == 401)
        #expect(try maas.get("machines/").list.allSatisfy { $0["pod"] == nil && $0["virtualmachine_id"] == nil })
    }
}
