import Formats
import SQLite

/// How a machine reaches MAAS's metadata service, and with what token.
package struct MetadataAccess {
    /// The port on which racks pass on what is asked of the service.
    private static let rackPort = 5248

    /// Of the service itself, with a slash at the end.
    let url: String
    /// Where the machine says how it fares.
    let statusURL: String
    /// What the machine asks for by its id.
    let nodeURL: String
    private let token: NodeToken?

    /// - Parameter host: How whoever asks reaches the region, with the port.
    init(_ state: RegionState, _ node: Node, host: String) throws {
        token = try NodeToken.find(state, node)
        let rack = try Self.bootRack(state.db, node)
        let root = rack.map { "http://\($0):\(Self.rackPort)" } ?? "http://\(host)"
        url = "\(root)/MAAS/metadata/"
        statusURL = "\(url)status/\(node.systemID)"
        nodeURL = "\(url)latest/by-id/\(node.systemID)/"
    }

    /// The rack that the machine boots from: the first of its boot interface's VLAN, where that has DHCP.
    private static func bootRack(_ db: Connection, _ node: Node) throws -> String? {
        let interfaces = try Interface.all(db, node: node.id)
        let boot = interfaces.first { $0.id == node.bootInterfaceID } ?? interfaces.first
        guard let vlan = try boot?.vlanID.flatMap({ try VLAN.find(db, id: $0) }), vlan.dhcpOn,
            let rack = try vlan.primaryRack.flatMap({ try Node.find(db, systemID: $0) })
        else { return nil }
        let domain = try Domain.find(db, id: rack.domainID)?.name
        return domain.map { "\(rack.hostname).\($0)" } ?? rack.hostname
    }

    /// A host without its port.
    static func name(of host: String) -> String {
        let end =
            host.hasPrefix("[") ? host.firstIndex(of: "]").map { host.index(after: $0) } : host.firstIndex(of: ":")
        return host.isEmpty ? "localhost" : String(host[..<(end ?? host.endIndex)])
    }

    private var credentials: [String: JSONValue] {
        [
            "consumer_key": .string(token?.consumer ?? ""), "token_key": .string(token?.key ?? ""),
            "token_secret": .string(token?.secret ?? ""),
        ]
    }

    /// Where cloud-init finds the service.
    package var datasource: [String: JSONValue] {
        let access = credentials.merging(["metadata_url": .string(url)]) { old, _ in old }
        return ["datasource": .object(["MAAS": .object(access)])]
    }

    /// Where installer and cloud-init say how they fare.
    package var reporting: [String: JSONValue] {
        let access = credentials.merging(["endpoint": .string(statusURL), "type": .string("webhook")]) { old, _ in old }
        return ["maas": .object(access)]
    }

    /// What the installed system's cloud-init is told by way of debconf (`compose_debconf_cloud_init_preseed`).
    func debconf(isDeploying: Bool) -> String {
        var config: [String: JSONValue] = [
            "manage_etc_hosts": .bool(true), "manual_cache_clean": .bool(true), "reporting": .object(reporting),
        ]
        if isDeploying { config["packages"] = .array([.string("python3-packaging")]) }
        let local = YAMLText.mapping(config).map { $0.replacing("\\", with: "\\\\") + "\\n" }.joined()
        let secrets = [
            ("oauth_consumer_key", token?.consumer), ("oauth_token_key", token?.key),
            ("oauth_token_secret", token?.secret),
        ].map { "\($0)=\($1 ?? "")" }.joined(separator: "&")
        let items = [
            ("datasources", "multiselect", "MAAS"), ("maas-metadata-url", "string", url),
            ("maas-metadata-credentials", "string", secrets), ("local-cloud-config", "string", local),
        ]
        return items.map { name, type, value in
            ["cloud-init", "cloud-init-base"].map { "\($0)   \($0)/\(name)  \(type) \(value)\n" }.joined()
        }.joined()
    }
}
