import Formats

/// A value of a fixture together with its place, so that every complaint can say where.
package struct FixtureValue {
    package let value: JSONValue
    let place: FixturePlace

    package init(value: JSONValue, place: FixturePlace = .top) {
        self.value = value
        self.place = place
    }

    package var path: String { place.text }

    /// What a number of a fixture may be where nothing narrower is said: JSON readers hold these exactly, and sums of
    /// a thousand of them are numbers still.
    package static let amounts = 0...(1 << 53)
    /// Sizes of disks and pools, in bytes.
    static let sizes = 1...(1 << 53)
    /// Cores of a machine or a hypervisor.
    static let cores = 0...(1 << 16)
    /// Memory, in MiB.
    static let memory = 0...(1 << 40)
    /// Ids, which MAAS's database counts in 32 bits.
    static let ids = 0...Int(Int32.max)

    package func error(_ reason: String) -> FixtureError { FixtureError(path: path, reason: reason) }

    package func text() throws -> String {
        guard case .string(let text) = value else { throw error("must be text, not \(value.kind)") }
        return text
    }

    package func integer(_ range: ClosedRange<Int> = Int.min...Int.max) throws -> Int {
        guard case .integer(let number) = value else { throw error("must be a whole number, not \(value.kind)") }
        guard range.contains(number) else {
            throw error(
                number < range.lowerBound
                    ? "must be at least \(range.lowerBound), not \(number)"
                    : "must be from \(range.lowerBound) to \(range.upperBound), not \(number)")
        }
        return number
    }

    package func number(_ range: ClosedRange<Double>) throws -> Double {
        let number: Double
        switch value {
        case .integer(let whole): number = Double(whole)
        case .number(let fraction): number = fraction
        default: throw error("must be a number, not \(value.kind)")
        }
        guard range.contains(number) else {
            throw error("must be from \(range.lowerBound) to \(range.upperBound), not \(number)")
        }
        return number
    }

    func flag() throws -> Bool {
        guard case .bool(let flag) = value else { throw error("must be true or false, not \(value.kind)") }
        return flag
    }

    package func list() throws -> [FixtureValue] {
        guard case .array(let elements) = value else { throw error("must be a list, not \(value.kind)") }
        return elements.enumerated().map { FixtureValue(value: $1, place: .index(place, $0)) }
    }

    /// The members of an object, by name; other keys than `keys` are errors.
    package func object(_ keys: String...) throws -> FixtureObject { try object(keys) }

    /// The members of an object of a kind, by name; other keys than those of the kind are errors.
    func object(_ kind: FixtureKind) throws -> FixtureObject {
        if case .object(let members) = value, members.keys.allSatisfy({ kind.key($0) != nil || $0 == "about" }) {
            return FixtureObject(members: members, place: place)
        }
        return try object(kind.names)
    }

    /// The members of an object, by name; other keys than `keys` are errors.
    package func object(_ keys: [String]) throws -> FixtureObject {
        guard case .object(let members) = value else { throw error("must be an object, not \(value.kind)") }
        let unknown = members.keys.filter { !keys.contains($0) && $0 != "about" }.sorted()
        if let key = unknown.first {
            throw FixtureError(
                path: FixturePlace.key(place, key).text,
                reason: "unknown key; known here are \(keys.sorted().joined(separator: ", "))")
        }
        return FixtureObject(members: members, place: place)
    }

    /// An object whose keys are names.
    func dictionary() throws -> [(key: String, value: FixtureValue)] {
        guard case .object(let members) = value else { throw error("must be an object, not \(value.kind)") }
        return members.filter { $0.key != "about" || $0.value.string == nil }.sorted { $0.key < $1.key }
            .map { ($0.key, FixtureValue(value: $0.value, place: .key(place, $0.key))) }
    }
}

/// An object of a fixture.
package struct FixtureObject {
    var members: [String: JSONValue]
    private let place: FixturePlace

    init(members: [String: JSONValue], place: FixturePlace = .top) {
        self.members = members
        self.place = place
    }

    package var path: String { place.text }

    /// A member; `nil` when it is missing or null.
    package subscript(_ key: String) -> FixtureValue? {
        guard let value = members[key] else { return nil }
        if case .null = value { return nil }
        return FixtureValue(value: value, place: .key(place, key))
    }

    /// Whether it says something of a key, be it that there is none.
    func says(_ key: String) -> Bool { members[key] != nil }

    package func place(_ key: String) -> String { FixturePlace.key(place, key).text }

    /// A member that must be there.
    func required(_ key: String) throws -> FixtureValue {
        guard let value = self[key] else { throw FixtureError(path: place(key), reason: "is missing") }
        return value
    }

    package func text(_ key: String) throws -> String { try required(key).text() }
    package func text(_ key: String, default standard: String) throws -> String { try self[key]?.text() ?? standard }
    func optionalText(_ key: String) throws -> String? { try self[key]?.text() }

    package func integer(_ key: String, _ range: ClosedRange<Int> = FixtureValue.amounts) throws -> Int {
        try required(key).integer(range)
    }
    package func integer(_ key: String, default standard: Int, _ range: ClosedRange<Int> = FixtureValue.amounts) throws
        -> Int
    {
        try self[key]?.integer(range) ?? standard
    }
    func optionalInteger(_ key: String, _ range: ClosedRange<Int> = FixtureValue.amounts) throws -> Int? {
        try self[key]?.integer(range)
    }

    func flag(_ key: String, default standard: Bool) throws -> Bool { try self[key]?.flag() ?? standard }
    package func list(_ key: String) throws -> [FixtureValue] { try self[key]?.list() ?? [] }
    func texts(_ key: String) throws -> [String] { try list(key).map { try $0.text() } }

    /// One of a set of words.
    func word(_ key: String, of words: [String], default standard: String? = nil) throws -> String {
        if self[key] == nil, let standard { return standard }
        let word = try required(key).text()
        if words.contains(word) { return word }
        throw try refused(word, key, words)
    }

    private func refused(_ word: String, _ key: String, _ words: [String]) throws -> FixtureError {
        try required(key).error("must be one of \(words.joined(separator: ", ")), not \(word)")
    }

    /// The case that a word stands for.
    /// - Parameters:
    ///   - choices: What it can be.
    ///   - name: How a fixture calls them.
    func choice<Choice>(
        _ key: String, of choices: [Choice], by name: (Choice) -> String, default standard: Choice? = nil
    ) throws -> Choice {
        if self[key] == nil, let standard { return standard }
        let word = try required(key).text()
        if let choice = choices.first(where: { name($0) == word }) { return choice }
        throw try refused(word, key, choices.map(name))
    }

    /// The case of an enumeration that a fixture calls as MAAS does.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, default standard: Choice? = nil
    ) throws -> Choice where Choice.RawValue == String {
        if let word = members[key]?.string, let choice = Choice(rawValue: word) { return choice }
        return try choice(key, of: Array(Choice.allCases), by: \.rawValue, default: standard)
    }
}
