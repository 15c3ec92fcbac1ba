import Formats
import RegionTesting
import Testing

@testable import MAASEmulator

/// What a fixture leaves out is as MAAS would have made it.
@Suite struct FixtureDefaultTests {
    /// Deploys a machine and waits until that is over.
    private func deploy(_ hostname: String, _ maas: TestRegion) throws -> String? {
        let id = try maas.systemID(hostname)
        let answer = try maas.post("machines/\(id)/", op: "deploy")
        #expect(answer.status == 200, "\(hostname): \(answer.text)")
        try maas.advance(3600)
        return try maas.get("machines/\(id)/").string("status_name")
    }

    @Test func anEmptyFixtureIsARegionToWorkIn() throws {
        let maas = try TestRegion(inventory: "{}")
        let made = try maas.post(
            "machines/",
            [
                "hostname": "m", "architecture": "amd64/generic", "mac_addresses": "00:16:3e:99:00:01",
                "power_type": "manual", "commission": "true",
            ])
        #expect(made.status == 200, "\(made.text)")
        try maas.advance(3600)
        let id = try maas.systemID("m")
        #expect(try maas.get("machines/\(id)/").string("status_name") == "Ready")
        #expect(try deploy("m", maas) == "Deployed")
        #expect(try !maas.get("machines/\(id)/").value("ip_addresses").elements.isEmpty)
        #expect(try maas.get("boot-sources/").list.count == 1)
        #expect(try maas.region.apiKey(admin: false) != nil)
    }

    @Test func aMachineIsOneLine() throws {
        let maas = try TestRegion(
            inventory: """
                {"machines": [{"hostname": "web-1"}, {"hostname": "db-{01..03}", "storage_layout": "lvm"}],
                 "vm_hosts": [{"name": "kvm-1"}]}
                """)
        let web = try maas.get("machines/\(try maas.systemID("web-1"))/")
        #expect(try web.string("status_name") == "Ready")
        #expect(try web.string("power_type") == "ipmi")
        #expect(try web.string("interface_set", 0, "links", 0, "mode") == "auto")
        #expect(try web.string("blockdevice_set", 0, "partitions", 0, "filesystem", "mount_point") == "/")
        #expect(try deploy("web-1", maas) == "Deployed")
        #expect(try deploy("db-02", maas) == "Deployed")
        let groups = try maas.get("nodes/\(try maas.systemID("db-03"))/volume-groups/")
        #expect(try groups.string(0, "name") == "vgroot")
        let host = try #require(try maas.get("vm-hosts/").list.first)
        #expect(host["host"]?["system_id"]?.string == (try maas.systemID("kvm-1")))
        let composed = try maas.post("vm-hosts/\(try #require(host["id"]?.integer))/", op: "compose")
        #expect(composed.status == 200, "\(composed.text)")
    }

    @Test func aDeployedMachineHasWhatADeploymentLeaves() throws {
        let maas = try TestRegion(inventory: #"{"machines": [{"hostname": "a", "status_name": "Deployed"}]}"#)
        let machine = try maas.get("machines/\(try maas.systemID("a"))/")
        #expect(try machine.string("owner") == "admin")
        #expect(try machine.string("osystem") == "ubuntu")
        #expect(try machine.string("distro_series") == "noble")
        #expect(try machine.string("power_state") == "on")
        #expect(try machine.value("ip_addresses").elements.count == 1)
        #expect(try maas.post("machines/\(try maas.systemID("a"))/", op: "release").status == 200)
    }

    @Test func aVMIsPutOntoItsHost() throws {
        let maas = try TestRegion(
            inventory: #"{"machines": [{"hostname": "v", "vm_host": "h"}], "vm_hosts": [{"name": "h"}]}"#)
        let machine = try maas.get("machines/\(try maas.systemID("v"))/")
        #expect(try machine.string("pod", "name") == "h")
        #expect(try maas.get("vm-hosts/").value(0, "used", "cores").integer == 2)
        #expect(try deploy("v", maas) == "Deployed")
    }

    /// Racks, bonds, VLANs, two families of addresses and hypervisors, written as the page says.
    static let dataCentre = """
        {
          "zones": [{"name": "az-{1..3}"}],
          "spaces": [{"name": "storage"}],
          "fabrics": [{"name": "dc", "vlans": [
            {"vid": 0, "dhcp_on": true, "primary_rack": "rack-1", "secondary_rack": "rack-2"},
            {"vid": 100, "name": "storage", "space": "storage", "mtu": 9000}, {"vid": 200, "name": "public"}]}],
          "subnets": [
            {"cidr": "10.1.0.0/22", "gateway_ip": "10.1.0.1", "vlan": {"fabric": "dc"}},
            {"cidr": "2001:db8:1::/64", "gateway_ip": "2001:db8:1::1", "vlan": {"fabric": "dc"}},
            {"cidr": "10.2.0.0/24", "vlan": {"fabric": "dc", "vid": 100}},
            {"cidr": "2001:db8:3::/64", "vlan": {"fabric": "dc", "vid": 200}}],
          "ip_ranges": [{"type": "dynamic", "start_ip": "10.1.3.1", "end_ip": "10.1.3.200"}],
          "controllers": [{"hostname": "rack-{1..3}", "interfaces": [
            {"name": "eth0", "links": [{"mode": "static", "ip_address": "10.1.0.{2..4}"}]}]}],
          "templates": {"bonded": {"cpu_count": 32, "memory": 131072, "interfaces": [
            {"name": "eth{0..1}"},
            {"name": "bond0", "type": "bond", "parents": ["eth0", "eth1"], "params": {"bond_mode": "802.3ad"},
             "links": [{"mode": "auto", "subnet": "10.1.0.0/22"}, {"mode": "auto", "subnet": "2001:db8:1::/64"}]},
            {"name": "bond0.100", "type": "vlan", "parents": ["bond0"], "vlan": 100, "links": [{"mode": "auto"}]},
            {"name": "bond0.200", "type": "vlan", "parents": ["bond0"], "vlan": 200, "links": [{"mode": "auto"}]}]}},
          "machines": [{"hostname": "node-{01..35}", "template": "bonded", "zone": "az-1"},
            {"hostname": "app-{1..5}", "template": "bonded", "status_name": "Deployed", "zone": "az-2"}],
          "vm_hosts": [{"name": "kvm-{1..2}", "zone": "az-3"}]
        }
        """

    @Test func aWholeDataCentreWorksAtTheFirstTry() throws {
        let maas = try TestRegion(inventory: Self.dataCentre)
        #expect(try FixtureTrial(maas.region).surprises() == [])
        #expect(try maas.get("rackcontrollers/").list.count == 3)
        #expect(try maas.get("machines/").list.count == 42)
        #expect(try deploy("node-17", maas) == "Deployed")
        let addresses = try maas.get("machines/\(try maas.systemID("node-17"))/").value("ip_addresses").strings
        #expect(addresses.count == 4 && addresses.filter { $0.contains(":") }.count == 2, "\(addresses)")
        for host in try maas.get("vm-hosts/").list {
            let answer = try maas.post("vm-hosts/\(try #require(host["id"]?.integer))/", op: "compose")
            #expect(answer.status == 200, "\(answer.text)")
        }
    }

    @Test func aGeneratedRegionIsAllDeployableAndTheSameForTheSameSeed() throws {
        let inventory = String(
            decoding: GeneratedInventory(machines: 40, vmHosts: 3, zones: 4, racks: 2).fixture, as: UTF8.self)
        let maas = try TestRegion(inventory: inventory, seed: 7)
        #expect(try FixtureTrial(maas.region).surprises() == [])
        #expect(try maas.get("zones/").list.count == 5)
        #expect(try maas.get("machines/").list.count == 43)
        #expect(try maas.get("rackcontrollers/").list.count == 2)
        let again = try TestRegion(inventory: inventory, seed: 7)
        #expect(try again.systemID("node-31") == maas.systemID("node-31"))
        let other = try TestRegion(inventory: inventory, seed: 8)
        #expect(try other.systemID("node-31") != maas.systemID("node-31"))
    }
}
