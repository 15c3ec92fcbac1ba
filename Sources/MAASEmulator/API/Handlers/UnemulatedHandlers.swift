/// What else MAAS has (tier C): in the table, checked for rights, and answered with 501.
enum UnemulatedHandlers {
    static let resources = results + scripts + agents

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
}
