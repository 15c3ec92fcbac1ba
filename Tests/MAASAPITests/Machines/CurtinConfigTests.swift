import Formats
import MAASRegion
import RegionTesting
import Testing

/// What the installer would be told, read back from its YAML.
@Suite struct CurtinConfigTests {
    private let maas: TestRegion
    private let id: String

    init() throws {
        maas = try TestRegion()
        id = try maas.systemID("node01")
    }

    private func interface(_ name: String) throws -> String {
        let all = try maas.get("nodes/\(id)/interfaces/").list
        return try #require(all.first { $0["name"]?.string == name }?["id"]?.integer).description
    }

    private func subnet(_ name: String) throws -> String {
        try #require(try maas.get("subnets/").list.first { $0["name"]?.string == name }?["id"]?.integer).description
    }

    private func deployed(_ form: KeyValuePairs<String, String> = [:]) throws -> JSONValue {
        #expect(try maas.post("machines/", op: "allocate", ["name": "node01"]).status == 200)
        #expect(try maas.post("machines/\(id)/", op: "deploy", form).status == 200)
        let answer = try maas.get("machines/\(id)/", query: ["op": "get_curtin_config"])
        #expect(answer.status == 200)
        return try YAML.value(answer.text)
    }

    @Test func everythingTheInstallerNeedsIsThere() throws {
        let config = try deployed()
        #expect(
            config["late_commands"]?["maas"]?.strings == [
                "wget", "--no-proxy", "http://maas-region.maas:5248/MAAS/metadata/latest/by-id/\(id)/", "--post-data",
                "op=netboot_off", "-O", "/dev/null",
            ])
        #expect(config["apt"]?["sources_list"]?.string?.hasPrefix("Types: deb\nURIs: http") == true)
        #expect(config["apt"]?["proxy"] == .string("http://maas.test:8000/"))
        let token = try maas.get("machines/\(id)/", query: ["op": "get_token"]).json
        #expect(config["reporting"]?["maas"]?["token_secret"] == token["token_secret"])
        let secret = try #require(token["token_secret"]?.string)
        #expect(config["debconf_selections"]?["maas"]?.string?.contains("oauth_token_secret=\(secret)\n") == true)
        let files = try #require(config["cloudconfig"])
        #expect(files["maas-datasource"]?["content"] == .string("datasource_list: [ MAAS ]"))
        #expect(files["maas-cloud-config"]?["content"]?.string?.contains("    token_secret: \(secret)\n") == true)
        #expect(config["verbosity"] == .integer(3) && config["showtrace"] == .bool(true))
        #expect(config["kernel-crash-dumps"]?["enabled"] == .bool(false))
        #expect(config["early_commands"]?["driver_00"] != nil && config["kernel"] == nil)
        let eth0 = try #require(config["network"]?["ethernets"]?["eth0"])
        #expect(config["network"]?["version"] == .integer(2))
        #expect(eth0["gateway4"] == .string("10.10.0.1") && eth0["mtu"] == .integer(1500))
        #expect(eth0["nameservers"]?["addresses"]?.strings == ["10.10.0.2"])
        #expect(eth0["nameservers"]?["search"]?.strings == ["maas"])
        #expect(config["network"]?["ethernets"]?["eth1"]?["addresses"] == nil)
    }

    @Test func aSecondNetworkHasItsOwnTable() throws {
        let other = try interface("eth1")
        _ = try maas.post(
            "nodes/\(id)/interfaces/\(other)/", op: "link_subnet",
            ["mode": "STATIC", "subnet": try subnet("data-net"), "ip_address": "10.20.0.61"])
        _ = try maas.post(
            "static-routes/",
            [
                "source": try subnet("data-net"), "destination": try subnet("mgmt-net"), "gateway_ip": "10.20.0.1",
                "metric": "50",
            ])
        let config = try deployed()
        let eth1 = try #require(config["network"]?["ethernets"]?["eth1"])
        #expect(eth1["addresses"]?.strings == ["10.20.0.61/24"] && eth1["gateway4"] == nil)
        #expect(eth1["routes"]?.elements.map { $0["to"]?.string } == ["0.0.0.0/0", "10.10.0.0/24"])
        #expect(eth1["routes"]?.elements.last?["metric"] == .integer(50))
        #expect(eth1["routing-policy"]?.elements.map { $0["table"]?.integer } == [1, 254, 1])
    }

    @Test func bondsKeepTheirParameters() throws {
        let parents = [try interface("eth0"), try interface("eth1")]
        _ = try maas.put("nodes/\(id)/interfaces/\(parents[1])/", ["vlan": "5001"])
        let bond = try maas.post(
            "nodes/\(id)/interfaces/", op: "create_bond",
            [
                "name": "bond0", "parents": parents[0], "parents": parents[1], "bond_mode": "active-backup",
                "bond_lacp_rate": "fast", "mtu": "9000",
            ])
        #expect(bond.status == 200, "\(bond.text)")
        _ = try maas.post(
            "nodes/\(id)/interfaces/\(try interface("bond0"))/", op: "link_subnet",
            ["mode": "AUTO", "subnet": try subnet("mgmt-net")])
        let config = try deployed()
        let own = try #require(config["network"]?["bonds"]?["bond0"])
        #expect(own["interfaces"]?.strings == ["eth0", "eth1"] && own["mtu"] == .integer(9000))
        #expect(own["parameters"]?["mode"] == .string("active-backup"))
        #expect(own["parameters"]?["lacp-rate"] == nil && own["parameters"]?["mii-monitor-interval"] != nil)
        // Parts carry at least what is on top of them.
        #expect(config["network"]?["ethernets"]?["eth0"]?["mtu"] == .integer(9000))
    }

    @Test func theOlderFormIsThereWhenItIsForced() throws {
        _ = try maas.post("maas/", op: "set_config", ["name": "force_v1_network_yaml", "value": "true"])
        _ = try maas.post("maas/", op: "set_config", ["name": "curtin_verbose", "value": "false"])
        let config = try deployed()
        #expect(config["network"]?["version"] == .integer(1) && config["verbosity"] == nil)
        let list = config["network"]?["config"]?.elements ?? []
        #expect(list.map { $0["type"]?.string } == ["physical", "physical", "nameserver"])
        #expect(list[0]["subnets"]?.elements.first?["gateway"] == .string("10.10.0.1"))
        #expect(list[1]["subnets"]?.elements.first?["type"] == .string("manual"))
    }
}
