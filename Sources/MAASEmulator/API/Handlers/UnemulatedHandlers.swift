/// What else MAAS has (tier C): in the table, checked for rights, and answered with 501.
enum UnemulatedHandlers {
    static let resources = agents

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
