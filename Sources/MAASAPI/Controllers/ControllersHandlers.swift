import MAASRegion

/// `rackcontrollers/` and `regioncontrollers/` (MAAS: `api/rackcontrollers.py`, `api/regioncontrollers.py`).
///
/// No rack runs anything here: controllers are what the inventory says.
enum ControllersHandlers {
    package static let resources = [
        Resource(
            "rackcontrollers/", handler: "RackControllersHandler", tier: .b, guarded: .machines,
            "Manage rack controllers.",
            anonymous: anonymous,
            [
                .read("List rack controllers", listing(.rack)).constrained(.list),
                .get(
                    "describe_power_types", "The kinds of power control and their parameters", access: .admin,
                    describePowerTypes),
                NodesHandler.isRegistered,
                .get(
                    "power_parameters", "Power parameters by system id", parameters: ["id": "System ids, repeated"],
                    access: .admin, allPowerParameters),
                .post("import_boot_images", "Download images to every rack", access: .admin, importImages)
                    .guarding(.controllers),
                NodesHandler.setZone,
            ]),
        Resource(
            "rackcontrollers/{system_id}/", handler: "RackControllerHandler", tier: .b, guarded: .machines,
            "Manage a rack controller.",
            common(.rack) + [
                .get("list_boot_images", "The images a rack has", access: .admin, listImages)
                    .guarding(.controllers),
                .get("query_power_state", "Ask for the power state", queryPower),
                .post("import_boot_images", "Download images to a rack", access: .admin, importImagesOfOne)
                    .guarding(.controllers),
            ] + power),
        Resource(
            "regioncontrollers/", handler: "RegionControllersHandler", tier: .b, guarded: .machines,
            "Manage region controllers.",
            anonymous: anonymous,
            [
                .read("List region controllers", listing(.region)).constrained(.list),
                NodesHandler.isRegistered,
                NodesHandler.setZone,
            ]),
        Resource(
            "regioncontrollers/{system_id}/", handler: "RegionControllerHandler", tier: .b, guarded: .machines,
            "Manage a region controller.", common(.region)),
    ]

    /// What callers without credentials may ask of every collection of nodes.
    package static let anonymous: [Operation] = [
        NodesHandler.anonymousIsRegistered, NodesHandler.isActionInProgress,
    ]

    private static func common(_ role: ControllerWriter.Role) -> [Operation] {
        [
            .read("Read a controller", reading(role)),
            .update(
                "Change a controller",
                parameters: [
                    "description": "A line about it", "domain": "Name", "zone": "Name",
                    "power_type": "power driver", "power_parameters": "JSON object for the driver",
                    "power_parameters_skip_check": "take any parameters",
                ], access: .admin, ControllerForm.updating(role)),
            .delete(
                "Delete a controller", parameters: ["force": "Also the only one that provides DHCP"],
                ControllerForm.deleting(role)),
            .get("details", "What commissioning saw, as BSON", details(role)),
            MachineHandler.powerParameters,
        ]
    }

    /// The controllers of a collection that a caller may see: all of them for administrators, who own none else.
    private static func visible(_ context: Context, _ role: ControllerWriter.Role) throws -> [Node] {
        guard context.may(.viewControllers) else { return [] }
        let wanted = context.query.all("id")
        return try role.kinds.flatMap { try Node.all(context.db, $0) }.sorted { $0.id < $1.id }
            .filter { wanted.isEmpty || wanted.contains($0.systemID) }
    }

    private static func listing(_ role: ControllerWriter.Role) -> Operation.Handle {
        { context in
            let constraints = try NodeConstraints(context.query, scope: .list, context.state)
            let isAllowed = context.may(.viewControllers)
            let nodes = isAllowed ? try constraints.nodes(context.db, kinds: role.kinds) : []
            let writer = try ControllerWriter(context.state, role, nodes)
            return Reply.json { json in json.array(of: nodes) { writer.write($1, into: &$0, inList: true) } }
        }
    }

    private static func reading(_ role: ControllerWriter.Role) -> Operation.Handle {
        { context in
            let node = try find(context, role)
            return try Reply.json { try ControllerWriter(context.state, role, [node]).write(node, into: &$0) }
        }
    }

    private static func details(_ role: ControllerWriter.Role) -> Operation.Handle {
        { context in
            let node = try find(context, role)
            return try MachineHandler.details(of: node, context)
        }
    }

    private static func describePowerTypes(_ context: Context) throws -> Reply {
        let drivers = try PowerDriver.all(in: context.version)
        return Reply.json { json in
            json.array(of: drivers) { $1.write(into: &$0, context.version) }
        }
    }

    private static func allPowerParameters(_ context: Context) throws -> Reply {
        let nodes = try visible(context, .rack)
        let parameters = try Node.powerParameters(context.db, of: nodes.map(\.id))
        return Reply.json { json in
            json.object { json in
                for node in nodes { json.field(named: node.systemID, parameters[node.id] ?? [:]) }
            }
        }
    }

    private static func queryPower(_ context: Context) throws -> Reply {
        var life = MachineLife(context.state, try find(context, .rack))
        return Reply.value(["state": try life.queryPower().rawValue])
    }

    /// Up to 3.4 with a sentence, then with the usual word.
    private static func importImages(_ context: Context) throws -> Reply {
        context.version.has(.rackImportsAccepted)
            ? .accepted
            : .text("Import of boot images started on all rack controllers", contentType: APIError.plainUTF8)
    }

    private static func importImagesOfOne(_ context: Context) throws -> Reply {
        let node = try find(context, .rack)
        return context.version.has(.rackImportsAccepted)
            ? .accepted : .text("Import of boot images started on \(node.hostname)", contentType: APIError.plainUTF8)
    }

    /// Every image once for each of its kernels, the newest release first.
    private static func listImages(_ context: Context) throws -> Reply {
        _ = try find(context, .rack)
        let resources = try BootResource.all(context.db).sorted {
            ($0.name, $0.architecture) > ($1.name, $1.architecture)
        }
        return Reply.json { json in
            json.object { json in
                json.array("images", of: resources) { json, resource in
                    json.object { json in
                        json.field("name", resource.name)
                        json.field("architecture", String(resource.architecture.prefix { $0 != "/" }))
                        let all = Set(resource.subarches ?? [])
                        json.field("subarches", all.sorted())
                    }
                }
                json.field("connected", true)
                json.field("status", "synced")
            }
        }
    }

    package static func find(_ context: Context, _ role: ControllerWriter.Role) throws -> Node {
        try context.node(role.kinds, as: role == .rack ? "RackController" : "RegionController")
    }
}
