import Formats
import MAASRegion

/// `vm-hosts/` and its older name `pods/` (MAAS: `api/pods.py`).
enum VMHostsHandler {
    package static let resources = [
        collection, item, collection.alias("pods/", handler: "PodsHandler"),
        item.alias("pods/{id}/", handler: "PodHandler"),
    ]

    /// What versions answer that have given VM hosts up.
    static let gone = "VM host (KVM) support has been removed from MAAS."

    private static let collection = Resource(
        "vm-hosts/", handler: "VmHostsHandler", tier: .a, refusesByObject: .vmHostRightsByObject, gone: gone,
        "Manage VM hosts.",
        [
            .read("List VM hosts", versions: .of(.vmHosts), list),
            .create(
                "Create or discover a VM host", parameters: fields, access: .admin, versions: .of(.vmHosts), create),
        ])

    private static let fields: KeyValuePairs = [
        "type": "lxd or virsh", "power_address": "Where the hypervisor is", "project": "The LXD project to manage",
        "password": "LXD's trust password, used once", "certificate": "PEM, for LXD", "key": "PEM, for LXD",
        "power_pass": "The password of virsh's SSH", "name": "Its name; random without it",
        "zone": "Name of the zone", "pool": "Name of the pool that its VMs get", "tags": "Parted by commas",
        "cpu_over_commit_ratio": "0 to 10", "memory_over_commit_ratio": "0 to 10",
        "default_storage_pool": "Id of a storage pool; only for an update",
        "default_macvlan_mode": "bridge, passthru, private or vepa",
    ]

    private static let item = Resource(
        "vm-hosts/{id}/", handler: "VmHostHandler", tier: .a, refusesByObject: .vmHostRightsByObject, gone: gone,
        "Manage a VM host.",
        [
            .read("Read a VM host", versions: .of(.vmHosts), read),
            .update(
                "Change a VM host", parameters: fields, access: .admin, versions: .of(.vmHosts), update),
            .delete(
                "Delete a VM host", parameters: ["decompose": "Destroy its VMs too"], access: .admin,
                versions: .of(.vmHosts), delete),
            .post(
                "refresh", "Look at the hypervisor anew", access: .admin, versions: .of(.vmHosts), refresh),
            .post(
                "add_tag", "Add a tag to a VM host", parameters: ["tag": "One tag"], access: .admin,
                versions: .of(.vmHosts), addTag),
            .post(
                "remove_tag", "Take a tag off a VM host", parameters: ["tag": "One tag"], access: .admin,
                versions: .of(.vmHosts), removeTag),
            .get(
                "parameters", "Power parameters of a VM host, secrets included", access: .admin,
                versions: .of(.vmHosts), parameters),
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
                ], access: .admin, versions: .of(.vmHosts), compose),
        ])

    private static func list(_ context: Context) throws -> Reply {
        let hosts = try VMHost.all(context.db)
        let details = try VMHostDetails(context.db, hosts)
        return Reply.json { json in json.array(of: hosts) { $1.write(details, into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        guard let host = try VMHost.find(context.db, id: context.id()) else {
            // The generic reader of MAAS's REST library answers here, not MAAS.
            throw APIError(404, "Not Found", contentType: APIError.plain, isFromRESTLayer: true)
        }
        return try Reply.json { try host.write(context.db, into: &$0) }
    }

    private static func parameters(_ context: Context) throws -> Reply {
        let host = try findToEdit(context)
        return Reply.value(try host.powerParameters)
    }

    private static func create(_ context: Context) throws -> Reply {
        try context.require(.editMachines)
        let id = try VMHostSettings(context.form, of: nil, context.state).create(context.state)
        return try discovered(id, context)
    }

    private static func update(_ context: Context) throws -> Reply {
        let host = try findToEdit(context)
        try VMHostSettings(context.form, of: host, context.state).update(host, context.state)
        return try discovered(host.id, context)
    }

    /// Looks at the hypervisor; one that cannot be asked leaves the host as it is.
    private static func discovered(_ id: Int, _ context: Context) throws -> Reply {
        guard let host = try VMHost.find(context.db, id: id) else { throw Refusal.notFound("Pod") }
        try VMHostDiscovery(context.state).attempt(host, for: context.caller())
        return try written(id, context)
    }

    private static func written(_ id: Int, _ context: Context) throws -> Reply {
        guard let host = try VMHost.find(context.db, id: id) else { throw Refusal.notFound("Pod") }
        return try Reply.json { try host.write(context.db, into: &$0) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        let decompose = Form(context.query).checkbox("decompose").value ?? false
        try findToEdit(context).delete(context.state, decompose: decompose)
        return .deleted
    }

    private static func refresh(_ context: Context) throws -> Reply {
        let host = try findToEdit(context)
        try VMHostDiscovery(context.state).run(host, for: context.caller())
        return try written(host.id, context)
    }

    private static func addTag(_ context: Context) throws -> Reply {
        guard let tag = context.form["tag"] else { throw Refusal.notProvided("tag") }
        if tag.contains(",") { throw Refusal.invalid("Tag may not contain a \",\".") }
        let host = try findToEdit(context)
        return try setTags(host.tags.contains(tag) ? host.tags : host.tags + [tag], of: host, context)
    }

    private static func removeTag(_ context: Context) throws -> Reply {
        guard let tag = context.form["tag"] else { throw Refusal.notProvided("tag") }
        let host = try findToEdit(context)
        return try setTags(host.tags.filter { $0 != tag }, of: host, context)
    }

    private static func setTags(_ tags: [String], of host: VMHost, _ context: Context) throws -> Reply {
        try host.set(tags: tags, context.db)
        return try written(host.id, context)
    }

    private static func compose(_ context: Context) throws -> Reply {
        let host = try findToEdit(context)
        guard host.capabilities.contains("composable") else {
            throw Refusal.invalid("VM host does not support composability.")
        }
        let request = try ComposeRequest(context.form, on: host, context.state)
        let machine = try Composer(context.state, user: context.caller()).compose(request, on: host)
        return Reply.json { json in
            json.object { json in
                json.field("system_id", machine.systemID)
                json.field("resource_uri", "\(Dispatch.root)machines/\(machine.systemID)/")
            }
        }
    }

    /// The VM host that the path names, for somebody who may change it. Before 3.8 others do not come this far.
    private static func findToEdit(_ context: Context) throws -> VMHost {
        let host = try find(context)
        try context.require(.editMachines, inPool: host.poolID)
        return host
    }

    /// The VM host that the path names.
    package static func find(_ context: Context) throws -> VMHost {
        guard let host = try VMHost.find(context.db, id: context.id()) else { throw Refusal.notFound("Pod") }
        return host
    }
}
