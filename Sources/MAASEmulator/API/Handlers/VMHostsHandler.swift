/// `vm-hosts/` and its older name `pods/` (`maas/10-vm-hosts.md`).
enum VMHostsHandler {
    static let resources = [
        collection, item, collection.alias("pods/", handler: "PodsHandler"),
        item.alias("pods/{id}/", handler: "PodHandler"),
    ]

    private static let collection = Resource(
        "vm-hosts/", handler: "VmHostsHandler", tier: .a, "Manage VM hosts.",
        [.read("List VM hosts", versions: .upTo(.v3_8), list)])

    private static let item = Resource(
        "vm-hosts/{id}/", handler: "VmHostHandler", tier: .a, "Manage a VM host.",
        [
            .read("Read a VM host", versions: .upTo(.v3_8), read),
            .get(
                "parameters", "Power parameters of a VM host, secrets included", access: .admin,
                versions: .upTo(.v3_8), parameters),
            .post(
                "compose", "Compose a machine on a VM host",
                parameters: [
                    "cores": "How many cores; 1 without it", "pinned_cores": "The host's cores it is to have (repeat)",
                    "memory": "MiB; 2048 without it", "hugepages_backed": "Back its memory with huge pages",
                    "cpu_speed": "MHz that a core must reach", "architecture": "Such as amd64/generic",
                    "hostname": "Its name; random without it", "domain": "Id of its domain",
                    "zone": "Id of its zone; the default one without it",
                    "pool": "Id of its resource pool; the host's without it",
                    "storage": "Disks: [label:]size[(tag,…)],… in GB", "interfaces": "Interfaces: label:key=value,…;…",
                    "skip_commissioning": "Make it Ready at once",
                ], access: .admin, versions: .upTo(.v3_8), compose),
        ])

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let hosts = try VMHost.all(context.db)
        return try Reply.json { json in try json.array(of: hosts) { try $1.write(context.db, into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        guard let host = try VMHost.find(context.db, id: context.id()) else {
            // The generic reader of MAAS's REST library answers here, not MAAS.
            throw APIError(404, "Not Found", contentType: APIError.plain, isInLayer: true)
        }
        return try Reply.json { try host.write(context.db, into: &$0) }
    }

    @Sendable private static func parameters(_ context: Context) throws -> Reply {
        let host = try find(context)
        return Reply.value(host.powerParameters)
    }

    @Sendable private static func compose(_ context: Context) throws -> Reply {
        let host = try find(context)
        guard host.capabilities.contains("composable") else {
            throw APIError.badRequest("VM host does not support composability.")
        }
        let machine = try Composer(context.state, user: context.caller()).compose(context.form, on: host)
        return Reply.json { json in
            json.object { json in
                json.field("system_id", machine.systemID)
                json.field("resource_uri", "\(Dispatch.root)machines/\(machine.systemID)/")
            }
        }
    }

    /// The VM host that the path names.
    static func find(_ context: Context) throws -> VMHost {
        guard let host = try VMHost.find(context.db, id: context.id()) else { throw APIError.notFound("Pod") }
        return host
    }
}
