import RegionTesting
import Testing

@testable import MAASRegion

/// `machines/?op=add_chassis`, as a running MAAS 3.7.3 answers.
@Suite struct ChassisTests {
    private static let address = "qemu+ssh://virsh@10.0.0.21/system"
    private static let inventory = """
        {"users": [{"username": "a", "is_superuser": true, "api_key": "a:b:c"}, {"username": "u", "api_key": "d:e:f"}],
         "fabrics": [{"name": "f", "vlans": [{"vid": 0}]}],
         "subnets": [{"cidr": "10.0.0.0/24", "vlan": {"fabric": "f", "vid": 0}}],
         "boot_resources": [{"name": "ubuntu/noble", "architecture": "amd64/ga-24.04", "subarches": "generic,ga-24.04"}],
         "controllers": [
            {"hostname": "near", "node_type_name": "Rack controller", "interfaces": [
                {"name": "eth0", "mac_address": "00:16:3e:00:00:01", "fabric": "f", "vlan": 0,
                 "links": [{"mode": "static", "subnet": "10.0.0.0/24", "ip_address": "10.0.0.2"}]}]},
            {"hostname": "far", "node_type_name": "Rack controller"}],
         "hardware": {"hosts": {"\(address)": {"type": "virsh", "name": "v", "cores": 8, "memory": 8192,
            "projects": {"": {
                "web-1": {"cores": 1, "memory": 1024, "power": "on", "nics": [{"mac": "52:54:00:00:00:01"}]},
                "web-2": {"cores": 1, "memory": 1024, "nics": [{"mac": "52:54:00:00:00:02"}]},
                "db-1": {"cores": 1, "memory": 1024, "nics": [{"mac": "52:54:00:00:00:03"}]}}}}}}}
        """

    private func hostnames(_ maas: TestRegion) throws -> [String] {
        try maas.get("machines/").list.compactMap { $0["hostname"]?.string }.sorted()
    }

    private func add(_ maas: TestRegion, _ form: KeyValuePairs<String, String>) throws -> Answer {
        try maas.post("machines/", op: "add_chassis", form)
    }

    @Test func theMachinesOfAVirshHostAppear() throws {
        let maas = try TestRegion(inventory: Self.inventory)
        let answer = try add(maas, ["chassis_type": "virsh", "hostname": Self.address, "prefix_filter": "web"])
        #expect(answer.text == "Asking near to add machines from chassis \(Self.address)")
        #expect(answer.contentType == "text/plain; charset=utf-8")
        #expect(try hostnames(maas) == ["web-1", "web-2"])
        let machine = try #require(try maas.get("machines/").list.first { $0["hostname"]?.string == "web-1" })
        #expect(machine["status_name"]?.string == "New")
        #expect(machine["power_type"]?.string == "virsh")
        let id = try #require(machine["system_id"]?.string)
        let power = try maas.get("machines/\(id)/", query: ["op": "power_parameters"])
        #expect(try power.string("power_address") == Self.address)
        #expect(try power.string("power_id") == "web-1")
        #expect(try maas.get("machines/\(id)/", query: ["op": "query_power_state"]).string("state") == "off")
        _ = try add(maas, ["chassis_type": "powerkvm", "hostname": Self.address, "accept_all": "true"])
        #expect(try hostnames(maas) == ["db-1", "web-1", "web-2"])
        let accepted = try #require(try maas.get("machines/").list.first { $0["hostname"]?.string == "db-1" })
        #expect(accepted["status_name"]?.string == "Commissioning")
    }

    @Test func whatCannotBeCommissionedStaysNew() throws {
        let maas = try TestRegion(inventory: Self.inventory.replacing("ubuntu/noble", with: "ubuntu/jammy"))
        let form: KeyValuePairs = ["chassis_type": "virsh", "hostname": Self.address, "accept_all": "true"]
        #expect(try add(maas, form).status == 200)
        #expect(try hostnames(maas).count == 3)
        #expect(try maas.get("machines/").list.allSatisfy { $0["status_name"]?.string == "New" })
    }

    @Test func elsewhereNothingIsFound() throws {
        let maas = try TestRegion(inventory: Self.inventory)
        let unknown = try add(maas, ["chassis_type": "virsh", "hostname": "10.9.0.9"])
        #expect(unknown.text == "Asking near, far to add machines from chassis 10.9.0.9")
        let named = try add(
            maas,
            [
                "chassis_type": "mscm", "hostname": "10.0.0.9", "username": "u", "password": "p",
                "rack_controller": "far",
            ])
        #expect(named.text == "Asking far to add machines from chassis 10.0.0.9")
        #expect(try hostnames(maas).isEmpty)
    }

    @Test(
        arguments: [
            (
                ["chassis_type": "x"],
                "Invalid chassis_type: Value must be one of: recs_box; ucsm; mscm; hmcz; msftocs; proxmox; sm15k; vmware; virsh; powerkvm; seamicro15k (not 'x')"
            ),
            ([:], "No provided chassis_type!"), (["chassis_type": "virsh"], "No provided hostname!"),
            (
                ["chassis_type": "powerkvm", "hostname": "h", "username": "u"],
                "username can not be specified when using the powerkvm chassis."
            ),
            (["chassis_type": "vmware", "hostname": "h", "username": "u"], "No provided password!"),
            (
                ["chassis_type": "proxmox", "hostname": "h", "username": "u"],
                "You must use a password or token with Proxmox."
            ),
            (
                [
                    "chassis_type": "proxmox", "hostname": "h", "username": "u", "password": "p", "token_name": "t",
                    "token_secret": "s",
                ], "You may only use a password or token with Proxmox, not both."
            ),
            (
                ["chassis_type": "proxmox", "hostname": "h", "username": "u", "token_name": "t"],
                "Proxmox requires both a token_name and token_secret."
            ),
            (
                ["chassis_type": "sm15k", "hostname": "h", "username": "u", "password": "p", "prefix_filter": "x"],
                "prefix_filter is unavailable with the seamicro15k chassis type"
            ),
            (
                ["chassis_type": "sm15k", "hostname": "h", "username": "u", "password": "p", "power_control": "x"],
                "Invalid power_control: Value must be one of: ipmi; restapi; restapi2 (not 'x')"
            ),
            (
                ["chassis_type": "mscm", "hostname": "h", "username": "u", "password": "p", "port": "70000"],
                "Invalid port: Please enter a number that is 65535 or smaller"
            ),
            (
                ["chassis_type": "mscm", "hostname": "h", "username": "u", "password": "p", "protocol": "http"],
                "protocol is unavailable with the mscm chassis type"
            ),
            (
                ["chassis_type": "virsh", "hostname": "h", "verify_ssl": "x"],
                "Invalid verify_ssl: Value should be 'true' or 'false'"
            ),
        ] as [([String: String], String)])
    func refusals(_ form: [String: String], _ text: String) throws {
        try TestRegion().check(Call("POST", "machines/?op=add_chassis", form, 400, text))
    }

    @Test(
        arguments: [
            (["hostname": "h", "domain": "nodom"], 404, "Unable to find specified domain nodom"),
            (["hostname": "h", "domain": "99"], 500, "Domain matching query does not exist."),
            (["hostname": "10.10.0.9", "rack_controller": "zz"], 404, "Unable to find specified rack zz"),
            (["hostname": "nohost.example"], 500, "[Errno -2] Name or service not known"),
        ] as [([String: String], Int, String)])
    func whatIsNotThere(_ form: [String: String], _ status: Int, _ text: String) throws {
        let form = form.merging(["chassis_type": "virsh"]) { $1 }
        try TestRegion().check(Call("POST", "machines/?op=add_chassis", form, status, text))
    }
}
