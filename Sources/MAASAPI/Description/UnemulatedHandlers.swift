/// What else MAAS has (tier C): in the table, checked for rights, and answered with 501.
enum UnemulatedHandlers {
    package static let resources = agents

    /// The protocol between regions and their agents, which nobody speaks here.
    private static let agents = [
        Resource(
            "images-sync-progress/", handler: "ImagesSyncProgressHandler", tier: .c, login: .none, isDescribed: false,
            "Progress of images between regions.",
            [
                .missing("GET", in: "ImagesSyncProgressHandler", "List progress", versions: .of(.imagesSyncProgress)),
                .missing(
                    "POST", in: "ImagesSyncProgressHandler", "Report progress", versions: .of(.imagesSyncProgress)),
            ]),
        Resource(
            "images-sync-progress/{file_id}/{system_id}/", handler: "ImageSyncProgressHandler", tier: .c, login: .none,
            isDescribed: false, "Progress of an image.",
            [
                .missing("GET", in: "ImageSyncProgressHandler", "Read progress", versions: .of(.imagesSyncProgress)),
                .missing("PUT", in: "ImageSyncProgressHandler", "Report progress", versions: .of(.imagesSyncProgress)),
            ]),
        Resource(
            "agents/{system_id}/services/{service_name}/config/", handler: "AgentConfigHandler", tier: .c,
            login: .none, isDescribed: false, "What an agent's service is to do.",
            [
                .missing("GET", in: "AgentConfigHandler", "Read a configuration", versions: .of(.agentServiceConfig)),
                .missing(
                    "POST", in: "AgentConfigHandler", "Ask for a configuration", versions: .of(.agentServiceConfig)),
            ]),
    ]
}
