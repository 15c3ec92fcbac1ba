/// RAIDs, volume groups, bcaches and VMFS datastores of a node, and its PCI and USB devices (tier C).
///
/// None of them can be made here, so a node never has any: lists are empty, items are not found, and creating one
/// answers 501.
enum NodeStorageHandlers {
    static let resources =
        storage(
            "volume-groups", "VolumeGroupsHandler", "volume-group", "VolumeGroupHandler", "VolumeGroup", "volume group",
            ["create_logical_volume", "delete_logical_volume"])
        + storage("raids", "RaidsHandler", "raid", "RaidHandler", "RAID", "RAID")
        + storage("bcaches", "BcachesHandler", "bcache", "BcacheHandler", "Bcache", "bcache")
        + storage(
            "bcache-cache-sets", "BcacheCacheSetsHandler", "bcache-cache-set", "BcacheCacheSetHandler", "CacheSet",
            "bcache cache set")
        + storage(
            "vmfs-datastores", "VmfsDatastoresHandler", "vmfs-datastore", "VmfsDatastoreHandler", "VMFS",
            "VMFS datastore")
        + [
            Resource(
                "nodes/{system_id}/devices/", handler: "NodeDevicesHandler", tier: .c,
                "The PCI and USB devices of a node.", [.read("List devices", emptyList)]),
            Resource(
                "nodes/{system_id}/devices/{id}/", handler: "NodeDeviceHandler", tier: .c, "A PCI or USB device.",
                [
                    .read("Read a device", notFound("NodeDevice")),
                    .delete("Delete a device", notFound("NodeDevice")),
                ]),
        ]

    private static func storage(
        _ collection: String, _ collectionHandler: String, _ item: String, _ itemHandler: String, _ model: String,
        _ noun: String, _ ops: [String] = []
    ) -> [Resource] {
        [
            Resource(
                "nodes/{system_id}/\(collection)/", handler: collectionHandler, tier: .c, "Manage \(noun)s of a node.",
                [
                    .read("List \(noun)s", emptyList),
                    .missing("POST", in: collectionHandler, "Create a \(noun)", check: checkAdmin),
                ]),
            Resource(
                "nodes/{system_id}/\(item)/{id}/", handler: itemHandler, tier: .c, "Manage a \(noun).",
                [
                    .read("Read a \(noun)", notFound(model)),
                    .update("Change a \(noun)", notFound(model)),
                    .delete("Delete a \(noun)", notFound(model)),
                ] + ops.map { .post($0, "\($0.replacing("_", with: " ")) in a \(noun)", notFound(model)) }),
        ]
    }

    @Sendable private static func emptyList(_ context: Context) throws -> Reply {
        try checkVisible(context)
        return .value([String]())
    }

    private static func notFound(_ model: String) -> Operation.Handle {
        { _ in throw APIError.notFound(model) }
    }

    @Sendable static func checkVisible(_ context: Context) throws {
        guard let node = try Node.find(context.db, systemID: context.segment("system_id")) else {
            throw APIError.notFound("Machine")
        }
        guard node.isVisible(to: try context.caller()) else { throw APIError.forbidden }
    }

    @Sendable private static func checkAdmin(_ context: Context) throws {
        try checkVisible(context)
        try context.requireAdmin()
    }
}
