import HTTPServer
import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// Requests in the very form in which clients were seen to send them, where it is an odd one.
@Suite struct ClientWireFormTests {
    /// The Ansible collection ends a body without fields with the boundary and no line break.
    private func ansible(_ maas: TestRegion, _ target: String, _ fields: [(String, String)] = []) throws -> Answer {
        let parts = target.split(separator: "?").map(String.init)
        var request = HTTPRequest(method: "POST", path: Dispatch.root + parts[0])
        request.query = parts.count > 1 ? parts[1] : nil
        request.headers["Content-type"] = #"multipart/form-data; boundary="Zz91""#
        let sent = fields.map { "--Zz91\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
        request.body = Array((sent.joined() + "--Zz91--").utf8)
        return try maas.send(request, as: .admin)
    }

    @Test(arguments: [(MAASVersion.v3_4, 200), (.v3_5, 200), (.v3_6, 400), (.v3_7, 400)])
    func ansibleDeploysWithoutParameters(version: MAASVersion, status: Int) throws {
        let maas = try TestRegion(version: version)
        let node = try maas.systemID("node01")
        #expect(try ansible(maas, "machines/?op=allocate", [("system_id", node)]).status == 200)
        #expect(try ansible(maas, "machines/\(node)/?op=deploy").status == status)
    }

    /// Ansible's paths have double slashes, and its link of an interface fields that MAAS does not know.
    @Test func ansibleLinksAnInterface() throws {
        let maas = try TestRegion()
        let node = try maas.systemID("node01")
        let nic = try #require(try maas.get("machines/\(node)/").integer("boot_interface", "id"))
        let linked = try ansible(
            maas, "nodes/\(node)/interfaces/\(nic)//?op=link_subnet",
            [("name", "eth0"), ("subnet_cidr", "10.10.0.0/24"), ("mode", "DHCP"), ("subnet", "1")])
        #expect(linked.status == 200)
        #expect(try linked.value("links").elements.contains { $0["mode"]?.string == "dhcp" })
    }

    /// Terraform finds its rack controller by name; gomaasclient sends `hostname`.
    @Test func terraformFindsARackController() throws {
        let maas = try TestRegion()
        for path in ["rackcontrollers/", "regioncontrollers/"] {
            #expect(try maas.get(path, query: ["hostname": "maas-region"]).list.count == 1)
            #expect(try maas.get(path, query: ["hostname": "elsewhere"]).list.isEmpty)
            #expect(try maas.get(path, query: ["zone": "nowhere"]).status == 400)
            #expect(try maas.get(path, query: ["hostname": "maas-region"], as: .user).list.isEmpty)
        }
    }

    /// Juju asks for the devices of a machine by host name, MAC address and id.
    @Test func jujuNarrowsDevices() throws {
        let maas = try TestRegion()
        let device = try maas.post("devices/", ["hostname": "lxd0", "mac_addresses": "00:16:3e:00:00:99"])
        let id = try device.string("system_id") ?? ""
        for (name, right, wrong) in [
            ("hostname", "lxd0", "lxd1"), ("mac_address", "00:16:3e:00:00:99", "00:16:3e:00:00:98"),
            ("id", id, "zzzzzz"),
        ] {
            #expect(try maas.get("devices/", query: [name: right]).list.count == 1, "\(name)")
            #expect(try maas.get("devices/", query: [name: wrong]).list.isEmpty, "\(name)")
        }
        #expect(try maas.get("devices/", query: ["hostname": "lxd0", "domain": "maas"]).list.count == 1)
    }
}
