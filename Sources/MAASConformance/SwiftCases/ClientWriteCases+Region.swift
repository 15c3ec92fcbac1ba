import MAASClient

extension ClientWriteCases {
    static let region: [Case] = [
        make("client.region.zones", "a zone is made, renamed and removed", "ZonesHandler, ZoneHandler", zones),
        make(
            "client.region.pools", "a resource pool is made, renamed and removed",
            "ResourcePoolsHandler, ResourcePoolHandler", pools),
        make(
            "client.region.tags", "a tag is made, changed, put on a machine, and lists what carries it",
            "TagsHandler, TagHandler", needs: [.admin, .architecture], tags),
        make(
            "client.region.settings", "a setting is read, and set; one that is unknown is refused",
            "MaasHandler.get_config, set_config", settings),
        make(
            "client.region.notifications", "a notification is made, changed, dismissed and removed",
            "NotificationsHandler, NotificationHandler", notifications),
        make(
            "client.region.about", "MAAS describes its API", "describe/, openapi.yaml", needs: [], writes: false, about),
    ]

    @Sendable private static func zones(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.zones.create(name: context.prefix + "z", description: "d")
        context.undo("zone \(made.name)") { try await client.zones.delete(made.name) }
        let renamed = try await client.zones.zone(made.name).update(name: context.prefix + "y", description: "e")
        context.undo("zone \(renamed.name)") { try await client.zones.delete(renamed.name) }
        let read = try await client.zones.get(context.prefix + "y")
        context.expectEqual(read.id, made.id, "id")
        context.expectEqual(read.description, "e", "description")
        try await client.zones.delete(renamed.name)
        try await context.expectRefusal("a zone that is gone", 404) { try await client.zones.get(renamed.name) }
    }

    @Sendable private static func pools(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.resourcePools.create(name: context.prefix + "p", description: "d")
        let pool = client.resourcePools.resourcePool(made.id)
        context.undo("pool \(made.name)") { try await pool.delete() }
        try await pool.update(name: context.prefix + "q")
        context.expectEqual(try await pool.get().name, context.prefix + "q", "name")
        context.expectEqual(try await pool.get().description, "d", "description")
        try await pool.delete()
        try await context.expectRefusal("a pool that is gone", 404) { try await pool.get() }
    }

    @Sendable private static func tags(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.tags.create(name: context.prefix + "t", comment: "c")
        context.undo("tag \(made.name)") { try await client.tags.delete(made.name) }
        let tag = client.tags.tag(made.name)
        context.expectEqual(try await tag.update(comment: "d", kernelOpts: "quiet").kernelOpts, "quiet", "kernel_opts")
        context.expectEqual(try await tag.get().comment, "d", "comment")
        let machine = try await machine(context, client)
        try await tag.updateNodes(add: [machine.systemID])
        context.expectEqual(try await tag.nodes().map(\.systemID), [machine.systemID], "the tag's nodes")
        context.expectEqual(try await tag.machines().map(\.systemID), [machine.systemID], "the tag's machines")
        context.expectEqual(try await tag.devices().count, 0, "the number of the tag's devices")
        context.expectEqual(try await tag.rackControllers().count, 0, "the number of the tag's rack controllers")
        context.expectEqual(try await tag.regionControllers().count, 0, "the number of the tag's region controllers")
        _ = try await tag.rebuild()
        try await tag.delete()
        try await context.expectRefusal("a tag that is gone", 404) { try await tag.get() }
    }

    @Sendable private static func settings(_ context: CaseContext, _ client: MAASClient) async throws {
        let name = "node_timeout"
        let value = try context.require(try await client.settings.get(name).int, "\(name) is no number")
        // The emulator's is changed; a MAAS's is everybody's, and only set to what it is.
        let other = context.surroundings.isEmulator ? value + 1 : value
        context.undo("setting \(name)") { try await client.settings.set(name: name, value: "\(value)") }
        try await client.settings.set(name: name, value: "\(other)")
        context.expectEqual(try await client.settings.get(name).int, other, name)
        try await context.expectRefusal("an unknown setting", 400) {
            try await client.settings.set(name: context.prefix + "none", value: "x")
        }
        try await context.expectRefusal("a text for a number", 400) {
            try await client.settings.set(name: name, value: "long")
        }
    }

    @Sendable private static func notifications(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.notifications.create(
            NotificationCreation(
                message: context.prefix + "hello {who}", context: #"{"who": 1}"#, category: .warning, admins: true))
        let notification = client.notifications.notification(made.id)
        context.undo("notification \(made.id)") { try await notification.delete() }
        context.expectEqual(made.category, .warning, "category")
        context.expectEqual(made.admins, true, "admins")
        context.expectEqual(made.context?["who"]?.int, 1, "context")
        let changed = try await notification.update(
            NotificationUpdate(message: context.prefix + "bye", dismissable: true))
        context.expectEqual(changed.message, context.prefix + "bye", "message")
        context.expectEqual(try await notification.get().message, context.prefix + "bye", "the message that is read")
        try await notification.dismiss()
        let left = try await client.notifications.list()
        context.expect(!left.contains { $0.id == made.id }, "it is listed though it was dismissed")
        try await notification.delete()
        try await context.expectRefusal("a notification that is gone", 404) { try await notification.get() }
    }

    @Sendable private static func about(_ context: CaseContext, _ client: MAASClient) async throws {
        let description = try await client.describe()
        context.expect(description["resources"]?.array?.isEmpty == false, "describe/ has no resources")
        let document = try await client.openAPIDocument()
        context.expect(document.contains("openapi:"), "openapi.yaml names no version of OpenAPI")
    }
}
