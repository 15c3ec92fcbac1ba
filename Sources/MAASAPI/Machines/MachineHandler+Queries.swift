import Formats
import MAASRegion
import SQLite

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

    private static func powerParameters(_ context: Context) throws -> Reply {
        let node = try NodesHandler.find(context)
        try context.requireAdmin()
        return Reply.value(JSONValue.object(try node.powerParameters(context.db)))
    }

    private static func queryPowerState(_ context: Context) throws -> Reply {
        var life = try life(context, .view)
        guard life.canSwitchPower else { return Reply.value(["state": "unknown"]) }
        // A BMC that was never asked finds its machine off.
        if life.node.powerState == "unknown" { try life.update(["power_state": "off"]) }
        return Reply.value(["state": life.node.powerState])
    }

    private static func details(_ context: Context) throws -> Reply {
        let node = try NodesHandler.find(context)
        guard node.isVisible(to: try context.caller()) || node.kind.isController else { throw Refusal.forbidden() }
        return try details(of: node, context)
    }

    /// What lshw and lldpd said in the current commissioning, or nothing where they have not run. Here they say
    /// nothing.
    static func details(of node: Node, _ context: Context) throws -> Reply {
        let results = try node.commissioningResultID.map { try ScriptResult.all(context.db, set: $0) } ?? []
        func output(_ script: String) -> BSON.Value {
            results.contains { $0.name == script && $0.status == .passed } ? .binary([]) : .null
        }
        let report = [("lldp", output("maas-capture-lldpd")), ("lshw", output("maas-lshw"))]
        return Reply(contentType: "application/bson", body: BSON.document(report))
    }

    private static func getToken(_ context: Context) throws -> Reply {
        let node = try MachinesHandler.find(context)
        try context.requireAdmin()
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
        return .text(try CurtinConfiguration(context.db, node).text)
    }
}

/// A machine's token for the metadata service: it has one from the moment it boots for somebody.
package struct NodeToken {
    package let consumer: String
    package let key: String
    package let secret: String

    package static func find(_ state: RegionState, _ node: Node) throws -> NodeToken? {
        let stored = try state.db.first("SELECT * FROM node_tokens WHERE node_id = ?", node.id) {
            NodeToken(consumer: try $0["consumer_key"], key: try $0["token_key"], secret: try $0["token_secret"])
        }
        if let stored { return stored }
        guard node.ownerID != nil, node.status != .allocated, node.status != .reserved else { return nil }
        let alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789"
        let token = NodeToken(
            consumer: try state.random.word(18, from: alphabet), key: try state.random.word(18, from: alphabet),
            secret: try state.random.word(32, from: alphabet))
        try state.db.insert(
            into: "node_tokens",
            [
                "node_id": node.id, "consumer_key": token.consumer, "token_key": token.key,
                "token_secret": token.secret,
            ])
        return token
    }
}

/// As much of BSON as MAAS's answers need: documents of binaries.
enum BSON {
    package enum Value {
        case null
        case binary([UInt8])
    }

    static func document(_ members: [(name: String, value: Value)]) -> [UInt8] {
        var body: [UInt8] = []
        for member in members {
            switch member.value {
            case .null: body += [0x0A] + Array(member.name.utf8) + [0]
            case .binary(let bytes):
                // Subtype 0: generic.
                body += [0x05] + Array(member.name.utf8) + [0] + length(bytes.count) + [0] + bytes
            }
        }
        return length(body.count + 5) + body + [0]
    }

    private static func length(_ count: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } }
}
