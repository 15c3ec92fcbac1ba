/// As much of BSON as MAAS's answers need: documents of binaries.
package enum BSON {
    /// What a member holds.
    package enum Value {
        case null
        case binary([UInt8])
    }

    /// The bytes of a document with these members.
    package static func document(_ members: [(name: String, value: Value)]) -> [UInt8] {
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
