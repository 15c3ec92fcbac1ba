import Formats
import Foundation
import SQLite

/// A user's public SSH key.
package struct SSHKey: Entity {
    package static let table = "ssh_keys"
    package static let model = "SSHKey"

    package let id: Int
    package let userID: Int
    package let key: String
    package let keysource: String

    package init(_ row: Row) throws {
        id = try row["id"]
        userID = try row["user_id"]
        key = try row["key"]
        keysource = try row["keysource"]
    }

    package static func all(_ db: Connection, ofUser id: Int) throws -> [SSHKey] {
        try db.query("SELECT * FROM ssh_keys WHERE user_id = ? ORDER BY id", id, row: SSHKey.init)
    }

    /// Adds a key; answers its id.
    package static func insert(_ db: Connection, key: String, ofUser id: Int) throws -> Int {
        try db.insert(into: table, ["user_id": id, "key": key])
    }

    /// How many length-prefixed fields the data of each type of key holds, its own name included (RFC 4253, 5656, 8709).
    private static let fieldCounts = [
        "ssh-rsa": 3, "ssh-dss": 5, "ssh-ed25519": 2, "ecdsa-sha2-nistp256": 3, "ecdsa-sha2-nistp384": 3,
        "ecdsa-sha2-nistp521": 3,
    ]

    /// Whether a text is `TYPE DATA [COMMENT]` with data that is a key of that type.
    package static func isValid(_ text: String) -> Bool {
        let parts = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard parts.count >= 2, let count = fieldCounts[String(parts[0])],
            let data = Data(base64Encoded: String(parts[1]))
        else { return false }
        let fields = fields(of: Array(data))
        return fields.count == count && fields.first == Array(parts[0].utf8)
    }

    /// The length-prefixed fields of a key's data; none when a length leads astray.
    private static func fields(of bytes: [UInt8]) -> [[UInt8]] {
        var fields: [[UInt8]] = []
        var index = 0
        while index < bytes.count {
            guard index + 4 <= bytes.count else { return [] }
            let length = bytes[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) }
            index += 4
            guard length <= bytes.count - index else { return [] }
            fields.append(Array(bytes[index..<(index + length)]))
            index += length
        }
        return fields
    }
}
