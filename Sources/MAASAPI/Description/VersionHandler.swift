import Formats

/// `version/`: what client libraries ask first.
enum VersionHandler {
    package static let resources = [
        Resource(
            "version/", handler: "VersionHandler", tier: .a, login: .none, "Version and capabilities of this MAAS.",
            [.read("Read version and capabilities", read)])
    ]

    private static let capabilities = [
        "networks-management", "static-ipaddresses", "ipv6-deployment-ubuntu", "devices-management",
        "storage-deployment-ubuntu", "network-deployment-ubuntu", "bridging-interface-ubuntu",
        "bridging-automatic-ubuntu", "authenticate-api",
    ]

    private static func read(_ context: Context) throws -> Reply {
        var json = JSONWriter(.compact)
        json.object { json in
            json.field("capabilities", capabilities)
            json.field("version", context.version.release)
            json.field("subversion", "")
        }
        return Reply(body: json.bytes)
    }
}
