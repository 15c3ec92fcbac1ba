/// A user of MAAS.
public struct User: Sendable, Equatable, Decodable {
    /// What the user logs in with.
    public let username: String
    /// May be empty.
    public let email: String
    /// True for an administrator.
    public let isSuperuser: Bool

    enum CodingKeys: String, CodingKey {
        case username, email
        case isSuperuser = "is_superuser"
    }
}
