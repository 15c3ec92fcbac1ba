import SQLite

/// The region's generator (SplitMix64), its state kept in the database: the same inventory, seed and requests give
/// the same ids and names.
package struct RegionRandom {
    /// Where the generator stands while one thing draws very many numbers, such as an inventory of thousands of
    /// machines: the database is told at the end.
    package final class Draws {
        fileprivate var state: UInt64
        fileprivate init(_ state: UInt64) { self.state = state }
    }

    package let db: Connection
    private let draws: Draws?

    init(db: Connection, draws: Draws? = nil) {
        self.db = db
        self.draws = draws
    }

    /// Begins to draw many numbers.
    func draw() throws -> Draws { Draws(try stored) }

    /// Ends what `draw` began.
    func keep(_ draws: Draws) throws { try RegionRandom(db: db).store(draws.state) }

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
            if let draws { return draws.state }
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

    /// A word of `length` characters drawn from an `alphabet` of ASCII.
    package func word(_ length: Int, from alphabet: String) throws -> String {
        var state = try stored
        let word = Self.word(length, from: Array(alphabet.utf8), &state)
        try store(state)
        return word
    }

    private static func word(_ length: Int, from alphabet: [UInt8], _ state: inout UInt64) -> String {
        let bytes = (0..<length).map { _ in alphabet[Int(next(&state) % UInt64(alphabet.count))] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)

    /// Random bytes as lower-case hexadecimal.
    func hex(bytes: Int) throws -> String { try word(2 * bytes, from: "0123456789abcdef") }

    /// A random (version 4) UUID.
    package func uuid() throws -> String {
        var state = try stored
        var digits = Array(Self.word(32, from: Self.hexDigits, &state).utf8)
        digits[12] = UInt8(ascii: "4")
        digits[16] = Self.hexDigits[8 + Int(Self.next(&state) % 4)]
        try store(state)
        var text: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func store(_ state: UInt64) throws {
        if let draws {
            draws.state = state
            return
        }
        try db.execute(
            "INSERT INTO meta (key, value) VALUES ('random', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            String(state))
    }
}
