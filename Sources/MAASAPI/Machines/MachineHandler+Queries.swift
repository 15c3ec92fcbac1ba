import Formats
import MAASRegion

/// Operations that only look at a machine.
extension MachineHandler {
    static let details = Operation.get("details", "What commissioning saw, as BSON", details)
    static let powerParameters = Operation.get(
        "power_parameters", "Power parameters, secrets included", powerParameters)

    static let queries: [Operation] = [
        details, powerParameters,
        .get("query_power_state", "Ask the BMC for the power state", queryPowerState),
        .get("get_token", "The machine's token for the metadata service", getToken),
        .get("get_curtin_config", "The installer's configuration", getCurtinConfig),
    ]

    /// Whatever the path says, any node's are shown.
    private static func powerParameters(_ context: Context) throws -> Reply {
        let node = try NodesHandler.find(context)
        try node.require(.adminRead, context)
        return Reply.value(JSONValue.object(try node.powerParameters(context.db)))
    }

    private static func queryPowerState(_ context: Context) throws -> Reply {
        var life = try life(context, .view)
        return Reply.value(["state": try life.queryPower().rawValue])
    }

    private static func details(_ context: Context) throws -> Reply {
        let machine = try MachinesHandler.find(context)
        try machine.require(.view, context)
        return try details(of: machine, context)
    }

    /// What lshw and lldpd said in the current commissioning, or nothing where they have not run.
    static func details(of node: Node, _ context: Context) throws -> Reply {
        let details = try MachineDetails(context.db, of: node)
        func value(_ text: String?) -> BSON.Value { text.map { .binary(Array($0.utf8)) } ?? .null }
        let report = [("lldp", value(details.lldp)), ("lshw", value(details.lshw))]
        return Reply(contentType: "application/bson", body: BSON.document(report))
    }

    private static func getToken(_ context: Context) throws -> Reply {
        let node = try MachinesHandler.find(context)
        try node.require(.adminRead, context)
        guard let token = try NodeToken.find(context.state, node) else { return .null }
        return Reply.json { json in
            json.object { json in
                json.field("token_key", token.key)
                json.field("token_secret", token.secret)
                json.field("consumer_key", token.consumer)
            }
        }
    }

    private static func getCurtinConfig(_ context: Context) throws -> Reply {
        let node = try life(context, .view).node
        guard [.deploying, .deployed, .failedDeployment].contains(node.status) else {
            throw Refusal.invalid("Machine \(node.hostname) is not in a deployment state.")
        }
        return .text(try CurtinConfiguration(context.state, node, host: regionHost(context)).text)
    }

    /// The name by which the region was asked, with the port.
    private static func regionHost(_ context: Context) -> String {
        let host = context.request.headers["Host"] ?? ""
        return host.isEmpty ? "localhost" : host
    }
}
