/// What is wrong in a fixture, and where: the first thing, and all the others.
public struct FixtureError: Error, CustomStringConvertible, Equatable {
    /// The file, where there is one.
    public var file: String?
    /// The place in it, such as `machines[3].interfaces[0].mac_address`.
    public var path: String
    /// What is wrong there.
    public var reason: String
    /// What else is wrong in the fixture.
    public var further: [FixtureError] = []
    /// True where it is about something that was itself refused.
    var isConsequence = false

    init(file: String? = nil, path: String, reason: String) {
        self.file = file
        self.path = path
        self.reason = reason
    }

    /// Everything that is wrong, in one.
    /// - Returns: `nil` when nothing is.
    init?(_ all: [FixtureError]) {
        guard var first = all.first else { return nil }
        first.further = Array(all.dropFirst())
        self = first
    }

    /// Place and reason of each on a line of its own.
    public var description: String {
        ([line] + further.map(\.line)).joined(separator: "\n")
    }

    private var line: String {
        [file, path.isEmpty ? nil : path, reason].compactMap(\.self).joined(separator: ": ")
    }
}
