import Formats
import SQLite

/// What MAAS's installer would be told about a machine: its disks and its network, as YAML.
package struct CurtinConfiguration {
    package let text: String

    /// - Parameter host: How whoever asks reaches the region.
    package init(_ state: RegionState, _ node: Node, host: String) throws {
        let db = state.db
        let proxy = try Self.proxy(state, host: host).map { ["  proxy: \(YAMLText.scalar(.string($0)))"] } ?? []
        var lines = ["apt:", "  preserve_sources_list: false"] + proxy
        lines += [
            "  sources: {}", "debconf_selections:",
            "  grub2: grub2 grub2/update_nvram boolean false", "kernel:", "  mapping: {}",
            "  package: \(YAMLText.scalar(.string("linux-\(node.hweKernel ?? "generic")")))", "install:",
            "  log_file: /tmp/install.log",
            "  post_files: [/tmp/install.log]", "network:", "  config:",
        ]
        let interfaces = try Interface.all(db, node: node.id)
        for interface in interfaces { lines += try Self.network(db, interface) }
        lines += [
            "  version: 1", "partitioning_commands:", "  builtin: [curtin, block-meta, custom]", "storage:",
            "  config:",
        ]
        let storage = CurtinStorage(try NodeStorage(db, node: node), bootMethod: try node.bootMethod(db))
        lines += YAMLText.list(storage.actions, indent: 2)
        lines += ["  version: 1", "verbosity: 3", ""]
        text = lines.joined(separator: "\n")
    }

    /// What packages are fetched through (`get_apt_proxy`): the proxy that the settings name, unless the region's own is
    /// to stand before it; else the region's.
    private static func proxy(_ state: RegionState, host: String) throws -> String? {
        guard try Configuration.flag("enable_http_proxy", state) else { return nil }
        let other = try Configuration.value("http_proxy", state)?.string ?? ""
        if !other.isEmpty, try !Configuration.flag("use_peer_proxy", state) { return other }
        let port = try Configuration.value("maas_proxy_port", state)?.integer ?? 0
        return "http://\(host):\(port == 0 ? 8000 : port)/"
    }

    private static func network(_ db: Connection, _ interface: Interface) throws -> [String] {
        let name = YAMLText.scalar(.string(interface.name))
        var lines = ["  - id: \(name)"]
        if let mac = interface.macAddress { lines.append("    mac_address: \(YAMLText.scalar(.string(mac)))") }
        lines += ["    name: \(name)", "    type: \(interface.type)", "    subnets:"]
        for link in try Link.all(db, interface: interface.id) where link.type != .discovered {
            guard let ip = link.ip, let subnet = try link.subnetID.flatMap({ try Subnet.find(db, id: $0) }) else {
                lines.append("    - type: \(link.mode == "dhcp" ? "dhcp" : "manual")")
                continue
            }
            let prefix = subnet.cidr.split(separator: "/").last ?? ""
            lines.append("    - address: \(ip)/\(prefix)")
            if let gateway = subnet.gatewayIP, !gateway.isEmpty { lines.append("      gateway: \(gateway)") }
            lines.append("      type: static")
        }
        return lines
    }
}
