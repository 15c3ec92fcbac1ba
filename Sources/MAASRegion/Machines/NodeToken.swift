import SQLite

/// A machine's token for the metadata service: it has one from the moment it boots for somebody.
package struct NodeToken {
    package let consumer: String
    package let key: String
    package let secret: String

    /// The machine that a token was given to, with the token.
    package static func machine(_ db: Connection, consumer: String, key: String) throws -> (
        node: Int, token: NodeToken
    )? {
        try db.first("SELECT * FROM node_tokens WHERE consumer_key = ? AND token_key = ?", consumer, key) { row in
            (
                try row["node_id"] as Int,
                NodeToken(
                    consumer: try row["consumer_key"], key: try row["token_key"], secret: try row["token_secret"])
            )
        }
    }

    package static func find(_ state: RegionState, _ node: Node) throws -> NodeToken? {
        let stored = try state.db.first("SELECT * FROM node_tokens WHERE node_id = ?", node.id) {
            NodeToken(consumer: try $0["consumer_key"], key: try $0["token_key"], secret: try $0["token_secret"])
        }
        if let stored { return stored }
        guard node.ownerID != nil, node.status != .allocated, node.status != .reserved else { return nil }
        let alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789"
        let token = NodeToken(
            consumer: try state.keyPrefix + state.random.word(18, from: alphabet),
            key: try state.random.word(18, from: alphabet),
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
