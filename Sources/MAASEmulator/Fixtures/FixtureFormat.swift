/// What a value of a fixture may be.
///
/// The format is data: what is checked before anything is loaded, the keys that the loader reads, and the JSON Schema
/// are all made of these tables.
indirect enum FixtureShape: Sendable {
    case text
    case flag
    case anything
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case words([String])
    case macAddress
    case address
    case network
    /// A text that is a host name by MAAS's rules, which are checked with the others.
    case hostname
    case list(FixtureShape)
    case object(FixtureKind)
    /// An object whose keys are names that the fixture chooses.
    case members(FixtureShape)
}

/// A key of a kind of object.
struct FixtureKey: Sendable {
    let name: String
    let shape: FixtureShape
    let isRequired: Bool
    /// Whether a region that is written as a fixture says it. What is not written stands for other keys, or repeats them.
    var isWritten = true

    /// A key that may be left out.
    static func key(_ name: String, _ shape: FixtureShape) -> FixtureKey {
        FixtureKey(name: name, shape: shape, isRequired: false)
    }

    /// A key that is read and never written: people say with it what others say at length.
    static func shorthand(_ name: String, _ shape: FixtureShape) -> FixtureKey {
        FixtureKey(name: name, shape: shape, isRequired: false, isWritten: false)
    }

    /// A key that must be there.
    static func needed(_ name: String, _ shape: FixtureShape) -> FixtureKey {
        FixtureKey(name: name, shape: shape, isRequired: true)
    }
}

/// A kind of object, with the keys that it has.
struct FixtureKind: Sendable {
    let name: String
    /// What it is, in a line.
    let about: String
    let keys: [FixtureKey]
    /// The names of the keys.
    let names: [String]
    private let byName: [String: FixtureKey]

    init(_ name: String, _ about: String, _ keys: [FixtureKey]) {
        self.name = name
        self.about = about
        self.keys = keys
        names = keys.map(\.name)
        byName = Dictionary(keys.map { ($0.name, $0) }) { first, _ in first }
    }

    func key(_ name: String) -> FixtureKey? { byName[name] }
}

extension FixtureShape {
    static let amount = FixtureShape.integer(FixtureValue.amounts)
    static let size = FixtureShape.integer(FixtureValue.sizes)
    static let id = FixtureShape.integer(FixtureValue.ids)
    static let texts = FixtureShape.list(.text)
    static let vid = FixtureShape.integer(0...4094)
    static let ttl = FixtureShape.integer(1...604_800)
}
