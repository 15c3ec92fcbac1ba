/// What else MAAS has (tier C): in the table, checked for rights, and answered with 501 but for what is true anyway.
enum UnemulatedHandlers {
    static let resources = networks + discovery + results + keys + repositories + snippets + scripts + licenses + agents

    /// The old view of subnets, which MAAS lets be read and nothing else.
    private static let networks = [
        Resource(
            "networks/", handler: "NetworksHandler", tier: .c, "Subnets, by their old name.",
            [
                .missing("GET", in: "NetworksHandler", "List networks"),
                .create("Gone", gone),
            ]),
        Resource(
            "networks/{name}/", handler: "NetworkHandler", tier: .c, "A subnet, by its old name.",
            [
                .missing("GET", in: "NetworkHandler", "Read a network"), .update("Gone", gone), .delete("Gone", gone),
                .missing("GET", "list_connected_macs", in: "NetworkHandler", "List connected MAC addresses"),
                .post("connect_macs", "Gone", gone), .post("disconnect_macs", "Gone", gone),
            ]),
    ]

    @Sendable private static func gone(_ context: Context) throws -> Reply {
        throw APIError(410, "Gone", contentType: APIError.plain, isInLayer: true)
    }

    /// Nothing is discovered here, so there is nothing to list.
    private static let discovery = [
        Resource(
            "discovery/", handler: "DiscoveriesHandler", tier: .c, "Discovered hosts.",
            [
                .read("List discovered hosts", empty),
                .get("by_unknown_ip", "Hosts with an unknown address", empty),
                .get("by_unknown_mac", "Hosts with an unknown MAC address", empty),
                .get("by_unknown_ip_and_mac", "Hosts with unknown addresses", empty),
                .missing("POST", "clear", in: "DiscoveriesHandler", "Forget discovered hosts", access: .admin),
                .missing(
                    "POST", "clear_by_mac_and_ip", in: "DiscoveriesHandler", "Forget a discovered host", access: .admin),
                .missing("POST", "scan", in: "DiscoveriesHandler", "Scan subnets", access: .admin),
            ]),
        Resource(
            "discovery/{discovery_id}/", handler: "DiscoveryHandler", tier: .c, "A discovered host.",
            [.read("Read a discovered host", notFound("Discovery"))]),
    ]

    private static let results = [
        Resource(
            "nodes/{system_id}/results/", handler: "NodeScriptResultsHandler", tier: .c,
            "Results of scripts on a node.",
            [
                .missing(
                    "GET", in: "NodeScriptResultsHandler", "List results", check: NodeStorageHandlers.checkVisible)
            ]),
        Resource(
            "nodes/{system_id}/results/{id}/", handler: "NodeScriptResultHandler", tier: .c, "Results of scripts.",
            ["GET", "PUT", "DELETE"].map {
                Operation.missing(
                    $0, in: "NodeScriptResultHandler", "Results of a run", check: NodeStorageHandlers.checkVisible)
            } + [
                .missing(
                    "GET", "download", in: "NodeScriptResultHandler", "Download results",
                    check: NodeStorageHandlers.checkVisible)
            ]),
        Resource(
            "commissioning-results/", handler: "NodeResultsHandler", tier: .c, isDescribed: false,
            "Results of commissioning, by their old path.", [.missing("GET", in: "NodeResultsHandler", "List results")]),
        Resource(
            "installation-results/", handler: "NodeResultsHandler", tier: .c,
            "Results of commissioning and installing.",
            [.missing("GET", in: "NodeResultsHandler", "List results")]),
    ]

    private static let keys = [
        Resource(
            "account/prefs/sslkeys/", handler: "SSLKeysHandler", tier: .c, "The caller's SSL keys.",
            [.read("List SSL keys", empty), .missing("POST", in: "SSLKeysHandler", "Add an SSL key")]),
        Resource(
            "account/prefs/sslkeys/{id}/", handler: "SSLKeyHandler", tier: .c, "An SSL key.",
            [.read("Read an SSL key", notFound("SSLKey")), .delete("Delete an SSL key", notFound("SSLKey"))]),
    ]

    private static let repositories = [
        Resource(
            "package-repositories/", handler: "PackageRepositoriesHandler", tier: .c, "Package repositories.",
            [
                .read("List package repositories", PackageRepositories.list),
                .missing("POST", in: "PackageRepositoriesHandler", "Add a repository", access: .admin),
            ]),
        Resource(
            "package-repositories/{id}/", handler: "PackageRepositoryHandler", tier: .c, "A package repository.",
            [
                .read("Read a package repository", PackageRepositories.read),
                .missing("PUT", in: "PackageRepositoryHandler", "Change a repository", access: .admin),
                .missing("DELETE", in: "PackageRepositoryHandler", "Delete a repository", access: .admin),
            ]),
    ]

    private static let snippets = [
        Resource(
            "dhcp-snippets/", handler: "DHCPSnippetsHandler", tier: .c, "DHCP snippets.",
            [
                .read("List DHCP snippets", empty),
                .missing("POST", in: "DHCPSnippetsHandler", "Add a DHCP snippet", access: .admin),
            ]),
        Resource(
            "dhcp-snippets/{id}/", handler: "DHCPSnippetHandler", tier: .c, "A DHCP snippet.",
            [
                .read("Read a DHCP snippet", notFound("DHCPSnippet")),
                .update("Change a DHCP snippet", access: .admin, notFound("DHCPSnippet")),
                .delete("Delete a DHCP snippet", access: .admin, notFound("DHCPSnippet")),
                .post("revert", "Return to an older value", access: .admin, notFound("DHCPSnippet")),
            ]),
    ]

    private static let scripts = [
        Resource(
            "scripts/", handler: "NodeScriptsHandler", tier: .c, "Scripts of commissioning and testing.",
            [
                .missing("GET", in: "NodeScriptsHandler", "List scripts"),
                .missing("POST", in: "NodeScriptsHandler", "Add a script", access: .admin),
            ]),
        Resource(
            "scripts/{name}", handler: "NodeScriptHandler", tier: .c, "A script.",
            [
                .missing("GET", in: "NodeScriptHandler", "Read a script"),
                .missing("PUT", in: "NodeScriptHandler", "Change a script", access: .admin),
                .missing("DELETE", in: "NodeScriptHandler", "Delete a script", access: .admin),
                .missing("GET", "download", in: "NodeScriptHandler", "Download a script"),
                .missing("POST", "add_tag", in: "NodeScriptHandler", "Tag a script", access: .admin),
                .missing("POST", "remove_tag", in: "NodeScriptHandler", "Untag a script", access: .admin),
                .missing("POST", "revert", in: "NodeScriptHandler", "Return to an older version", access: .admin),
            ]),
        Resource(
            "commissioning-scripts/", handler: "CommissioningScriptsHandler", tier: .c, login: .admin,
            "Commissioning scripts, by their old path.",
            [
                .missing("GET", in: "CommissioningScriptsHandler", "List commissioning scripts"),
                .missing("POST", in: "CommissioningScriptsHandler", "Add a commissioning script"),
            ]),
        Resource(
            "commissioning-scripts/{name}", handler: "CommissioningScriptHandler", tier: .c, login: .admin,
            "A commissioning script.",
            ["GET", "PUT", "DELETE"].map {
                .missing($0, in: "CommissioningScriptHandler", "A commissioning script")
            }),
    ]

    private static let licenses = [
        Resource(
            "license-keys/", handler: "LicenseKeysHandler", tier: .c, login: .admin, "License keys.",
            [.read("List license keys", empty), .missing("POST", in: "LicenseKeysHandler", "Add a license key")]),
        Resource(
            "license-key/{osystem}/{distro_series}", handler: "LicenseKeyHandler", tier: .c, login: .admin,
            "A license key.",
            [
                .read("Read a license key", notFound("LicenseKey")),
                .update("Change a license key", notFound("LicenseKey")),
                .delete("Delete a license key", notFound("LicenseKey")),
            ]),
    ]

    /// The protocol between regions and their agents, which nobody speaks here.
    private static let agents = [
        Resource(
            "images-sync-progress/", handler: "ImagesSyncProgressHandler", tier: .c, login: .none, isDescribed: false,
            "Progress of images between regions.",
            [
                .missing("GET", in: "ImagesSyncProgressHandler", "List progress", versions: .since(.v3_5)),
                .missing("POST", in: "ImagesSyncProgressHandler", "Report progress", versions: .since(.v3_5)),
            ]),
        Resource(
            "images-sync-progress/{file_id}/{system_id}/", handler: "ImageSyncProgressHandler", tier: .c, login: .none,
            isDescribed: false, "Progress of an image.",
            [
                .missing("GET", in: "ImageSyncProgressHandler", "Read progress", versions: .since(.v3_5)),
                .missing("PUT", in: "ImageSyncProgressHandler", "Report progress", versions: .since(.v3_5)),
            ]),
        Resource(
            "agents/{system_id}/services/{service_name}/config/", handler: "AgentConfigHandler", tier: .c,
            login: .none, isDescribed: false, "What an agent's service is to do.",
            [
                .missing("GET", in: "AgentConfigHandler", "Read a configuration", versions: .since(.v3_6)),
                .missing("POST", in: "AgentConfigHandler", "Ask for a configuration", versions: .since(.v3_6)),
            ]),
    ]

    @Sendable private static func empty(_ context: Context) throws -> Reply { .value([String]()) }

    private static func notFound(_ model: String) -> Operation.Handle {
        { _ in throw APIError.notFound(model) }
    }
}
