import Formats
import SQLite

/// What MAAS's installer would be told about a machine: its disks and its network, as YAML.
package struct CurtinConfiguration {
    package let text: String

    package init(_ db: Connection, _ node: Node) throws {
        var lines = [
            "apt:", "  preserve_sources_list: false", "  sources: {}", "debconf_selections:",
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
