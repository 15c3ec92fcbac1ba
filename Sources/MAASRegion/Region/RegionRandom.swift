import SQLite

/// The region's generator (SplitMix64), its state kept in the database: the same inventory, seed and requests give
/// the same ids and names.
package struct RegionRandom {
    package let db: Connection

    package func seed(_ seed: UInt64) throws {
        try store(seed)
    }

    package func next() throws -> UInt64 {
        var state = try stored
        let number = Self.next(&state)
        try store(state)
        return number
    }

    private var stored: UInt64 {
        get throws {
            let text: String? = try db.scalar("SELECT value FROM meta WHERE key = 'random'")
            return text.flatMap { UInt64($0) } ?? 1
        }
    }

    private static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including `bound`.
    package func next(below bound: Int) throws -> Int { Int(try next() % UInt64(bound)) }

    package func element<Element>(of choices: [Element]) throws -> Element { choices[try next(below: choices.count)] }

    /// A word of `length` characters drawn from `alphabet`.
    package func word(_ length: Int, from alphabet: String) throws -> String {
        let characters = Array(alphabet)
        // The state is stored once, not for every character: regions of thousands of machines draw many words.
        var state = try stored
        let word = String((0..<length).map { _ in characters[Int(Self.next(&state) % UInt64(characters.count))] })
        try store(state)
        return word
    }

    /// Random bytes as lower-case hexadecimal.
    func hex(bytes: Int) throws -> String { try word(2 * bytes, from: "0123456789abcdef") }

    /// A random (version 4) UUID.
    package func uuid() throws -> String {
        let digits = Array(try hex(bytes: 16))
        let variant = try element(of: ["8", "9", "a", "b"])
        return [
            String(digits[0..<8]), String(digits[8..<12]), "4" + String(digits[13..<16]),
            variant + String(digits[17..<20]), String(digits[20..<32]),
        ].joined(separator: "-")
    }

    private func store(_ state: UInt64) throws {
        try db.execute(
            "INSERT INTO meta (key, value) VALUES ('random', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            String(state))
    }
}
