import Formats
import Addresses
import MAASRegion

/// `static-routes/`: routes between subnets (MAAS: `api/staticroutes.py`).
enum StaticRoutesHandler {
    package static let resources = [
        Resource(
            "static-routes/", handler: "StaticRoutesHandler", tier: .b, "Manage static routes.",
            [
                .read("List static routes", list),
                .create("Create a static route", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "static-routes/{id}/", handler: "StaticRouteHandler", tier: .b, "Manage a static route.",
            [
                .read("Read a static route", read),
                .update("Update a static route", parameters: parameters, update),
                .delete("Delete a static route", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "source": "subnet id or specifier", "destination": "subnet id or specifier",
        "gateway_ip": "address in the source subnet", "metric": "number, 0 without it",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let all = try StaticRoute.all(context.db)
        let networks = try NetworkSet(context.db, subnets: all.flatMap { [$0.sourceID, $0.destinationID] })
        return Reply.json { json in json.array(of: all) { $1.write(networks, into: &$0) } }
    }

    private static func find(_ context: Context) throws -> StaticRoute {
        try context.entity()
    }

    private static func reply(_ context: Context, id: Int) throws -> Reply {
        let found = try StaticRoute.get(context.db, id: id)
        let networks = try NetworkSet(context.db, subnets: [found.sourceID, found.destinationID])
        return Reply.json { found.write(networks, into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context).id)
    }

    private static func fields(
        _ context: Context, _ old: StaticRoute?
    ) throws -> StaticRoute.Values {
        let db = context.db
        var form = Form(context.form)
        let isNew = old == nil
        // What was sent and is refused is neither: the row that the model checks keeps its old one.
        func read<Value>(_ name: String, _ field: FormField<Value>, _ kept: Value?) -> Value? {
            field.value ?? (form.isSent(name) ? nil : kept)
        }
        let oldSource = try old.flatMap { try Subnet.find(db, id: $0.sourceID) }
        let oldGateway = old.flatMap { IPAddress($0.gatewayIP) }
        let sourceField = try form.specified(
            "source", required: isNew || form.isSent("source"), .subnet, db, find: Subnet.find)
        let destination =
            try form.specified(
                "destination", required: isNew || form.isSent("destination"), .subnet, db, find: Subnet.find
            ).value ?? old.flatMap { try Subnet.find(db, id: $0.destinationID) }
        let gatewayField = form.address("gateway_ip", required: isNew || form.isSent("gateway_ip"))
        let metric = form.integer("metric", min: 0, max: Int(Int32.max)).value ?? old?.metric ?? 0
        let cleanedSource = read("source", sourceField, oldSource)
        let cleanedGateway = read("gateway_ip", gatewayField, oldGateway)
        if let cleanedGateway {
            guard let cleanedSource else {
                throw Refusal.unexpected("'NoneType' object has no attribute 'get_ipnetwork'")
            }
            if try isOutside(cleanedSource, cleanedGateway) {
                form.add("gateway_ip", "Enter an IP address in \(cleanedSource.cidr).")
            }
        }
        let source = cleanedSource ?? oldSource
        let gateway = cleanedGateway ?? oldGateway
        if let source, let destination {
            if source.id == destination.id {
                form.addToAll("source and destination cannot be the same subnet.")
            } else if source.family != destination.family {
                form.addToAll("source and destination must be the same IP version.")
            } else if let gateway, try isOutside(source, gateway) {
                form.addToAll("gateway_ip must be with in the source subnet.")
            }
            try form.check()
            let same = try StaticRoute.all(db).contains { route in
                route.id != old?.id && route.sourceID == source.id && route.destinationID == destination.id
                    && route.gatewayIP == gateway?.description
            }
            if same { throw Refusal.duplicate("Static route", "Source, Destination and Gateway IP") }
        }
        try form.check()
        guard let source, let destination, let gateway else { throw Refusal.field("source", Form.required) }
        return StaticRoute.Values(
            sourceID: source.id, destinationID: destination.id, gatewayIP: gateway.description, metric: metric)
    }

    private static func isOutside(_ subnet: Subnet, _ address: IPAddress) throws -> Bool {
        guard let network = IPNetwork(subnet.cidr) else { return false }
        return !network.contains(address)
    }

    private static func create(_ context: Context) throws -> Reply {
        let id = try StaticRoute.insert(context.db, fields(context, nil))
        return try reply(context, id: id)
    }

    private static func update(_ context: Context) throws -> Reply {
        let old = try find(context)
        try context.requireAdmin()
        try old.update(context.db, fields(context, old))
        return try reply(context, id: old.id)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let old = try find(context)
        try context.requireAdmin()
        try old.delete(context.db)
        return .deleted
    }
}
