import RegionTesting
import Testing

@testable import Formats

/// Deployments that make a VM host of a machine.
@Suite struct VMHostDeploymentTests {
    private func deploy(_ lab: TestRegion, _ options: KeyValuePairs<String, String>) throws -> String {
        let systemID = try lab.systemID("node01")
        let started = try lab.post("machines/\(systemID)/", op: "deploy", options)
        #expect(started.status == 200, "\(started.text)")
        try lab.advance(60)
        return systemID
    }

    private func host(_ lab: TestRegion, _ name: String) throws -> JSONValue? {
        try lab.get("vm-hosts/").list.first { $0["name"]?.string == name }
    }

    @Test func anLXDHostCanComposeAtOnce() throws {
        let lab = try TestRegion()
        let systemID = try deploy(lab, ["register_vmhost": "true"])
        let machine = try lab.get("machines/\(systemID)/")
        #expect(try machine.string("status_name") == "Deployed")
        let host = try #require(try host(lab, "node01"))
        #expect(host["type"]?.string == "lxd")
        #expect(host["host"]?["system_id"]?.string == systemID)
        #expect(host["zone"]?["name"]?.string == (try machine.string("zone", "name")))
        #expect(host["pool"]?["name"]?.string == (try machine.string("pool", "name")))
        #expect(host["total"]?["cores"]?.integer == (try machine.integer("cpu_count")))
        #expect(host["total"]?["memory"]?.integer == (try machine.integer("memory")))
        let id = try #require(host["id"]?.integer)
        #expect(try lab.get("vm-hosts/\(id)/", query: ["op": "parameters"]).string("project") == "maas")
        let composed = try lab.post(
            "vm-hosts/\(id)/", op: "compose", ["memory": "1024", "interfaces": "eth0:subnet_cidr=10.10.0.0/24"])
        #expect(composed.status == 200, "\(composed.text)")
        let vm = try lab.get("machines/\(try #require(try composed.string("system_id")))/")
        #expect(try vm.string("parent", "system_id") == systemID)
    }

    @Test func aVirshHostIsReachedOverSSH() throws {
        let lab = try TestRegion()
        let systemID = try deploy(lab, ["install_kvm": "true"])
        let address = try #require(try lab.get("machines/\(systemID)/").string("ip_addresses", 0))
        let host = try #require(try host(lab, "node01"))
        #expect(host["type"]?.string == "virsh")
        let parameters = try lab.get("vm-hosts/\(host["id"]?.integer ?? 0)/", query: ["op": "parameters"])
        #expect(try parameters.string("power_address") == "qemu+ssh://virsh@\(address)/system")
        #expect(try parameters.string("power_pass")?.isEmpty == false)
    }

    @Test func bothAtOnceHaveNamesOfTheirOwn() throws {
        let lab = try TestRegion()
        _ = try deploy(lab, ["install_kvm": "true", "register_vmhost": "true"])
        #expect(try host(lab, "node01-lxd")?["type"]?.string == "lxd")
        #expect(try host(lab, "node01-virsh")?["type"]?.string == "virsh")
    }

    /// The release of a VM host wants to be forced; then the host, its VMs and the hypervisor itself are gone.
    @Test func itsReleaseTakesEverythingAway() throws {
        let lab = try TestRegion()
        let systemID = try deploy(lab, ["register_vmhost": "true"])
        let id = try #require(try host(lab, "node01")?["id"]?.integer)
        let vm = try #require(
            try lab.post("vm-hosts/\(id)/", op: "compose", ["skip_commissioning": "true"]).string("system_id"))
        let refused = try lab.post("machines/\(systemID)/", op: "release")
        #expect(refused.status == 400)
        #expect(refused.text == "The following VM hosts must be removed first: node01")
        #expect(try lab.post("machines/\(systemID)/", op: "release", ["force": "true"]).status == 200)
        #expect(try lab.get("machines/\(systemID)/").string("status_name") == "Ready")
        #expect(try host(lab, "node01") == nil)
        #expect(try lab.get("machines/\(vm)/").status == 404)
        let left: Int? = try lab.region.withState { state in
            try state.db.scalar("SELECT COUNT(*) FROM hardware_hosts WHERE node_id IS NOT NULL")
        }
        #expect(left == 0)
        // And it can be done again.
        _ = try deploy(lab, ["register_vmhost": "true"])
        #expect(try host(lab, "node01") != nil)
    }

    @Test func whatRunsFromMemoryIsDeployedAnewWhenItIsSwitchedOn() throws {
        let lab = try TestRegion()
        let systemID = try deploy(lab, ["ephemeral_deploy": "true"])
        let path = "machines/\(systemID)/"
        try lab.post(path, op: "power_off")
        #expect(try lab.get(path).string("power_state") == "off")
        let on = try lab.post(path, op: "power_on")
        #expect(try on.string("status_name") == "Deployed")
        #expect(try on.string("status_message") == "Deploying")
        #expect(try lab.get(path).string("power_state") == "on")
    }
}
