/// What is wrong in a fixture, and where.
public struct FixtureError: Error, CustomStringConvertible, Equatable {
    /// The file, where there is one.
    public var file: String?
    /// The place in it, such as `machines[3].interfaces[0].mac_address`.
    public var path: String
    /// What is wrong there.
    public var reason: String

    /// Place and reason on one line.
    public var description: String {
        [file, path.isEmpty ? nil : path, reason].compactMap(\.self).joined(separator: ": ")
    }
}
