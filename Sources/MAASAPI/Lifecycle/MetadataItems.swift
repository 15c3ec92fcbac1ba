import Formats
import HTTPServer
import MAASRegion

/// `meta-data/`: what a machine is told of itself.
struct MetadataItems {
    private let service: MetadataService

    init(_ service: MetadataService) { self.service = service }

    func answer(_ path: [String]) throws -> HTTPResponse {
        let node = try service.machine()
        let state = service.state
        let keys = try node.ownerID.map { try SSHKey.all(state.db, ofUser: $0).map(\.key) } ?? []
        guard let item = path.first else {
            let hidesKeys = keys.isEmpty || node.status == .commissioning
            let items =
                ["instance-id", "local-hostname"] + (hidesKeys ? [] : ["public-keys"]) + ["vendor-data", "x509"]
            return service.list(items)
        }
        switch item {
        case "instance-id": return service.text(node.systemID)
        case "local-hostname":
            let domain = try Domain.find(state.db, id: node.domainID)?.name
            return service.text(domain.map { "\(node.hostname).\($0)" } ?? node.hostname)
        case "public-keys": return service.list(keys)
        case "x509":
            return service.list(try node.ownerID.map { try SSLKey.all(state.db, ofUser: $0).map(\.key) } ?? [])
        case "vendor-data":
            let config = "#cloud-config\n" + Self.lines(try vendorData(node))
            return service.text(
                Self.lines(["cloud-init": .string(config)]), type: "application/x-yaml; charset=utf-8")
        default: throw Refusal.missing("Unknown metadata attribute: \(item)")
        }
    }

    private static func lines(_ members: [String: JSONValue]) -> String {
        YAMLText.mapping(members).map { $0 + "\n" }.joined()
    }

    /// What MAAS adds to a machine's cloud-init (`vendor_data.py`), as far as it is about time and names.
    private func vendorData(_ node: Node) throws -> [String: JSONValue] {
        var data: [String: JSONValue] = [:]
        let servers = try Configuration.text("ntp_servers", service.state).split { $0 == "," || $0.isWhitespace }.map(
            String.init)
        if !servers.isEmpty {
            let isAddress = { (text: String) in text.contains(":") || text.allSatisfy { $0.isNumber || $0 == "." } }
            data["ntp"] = .object([
                "servers": .array(servers.filter(isAddress).sorted().map(JSONValue.string)),
                "pools": .array(servers.filter { !isAddress($0) }.sorted().map(JSONValue.string)),
            ])
        }
        if [.commissioning, .testing, .diskErasing, .enteringRescueMode, .rescueMode].contains(node.status) {
            data["runcmd"] = .array([.string("rm -rf /run/netplan")])
        }
        return data
    }
}
