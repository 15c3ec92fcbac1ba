/// An availability zone. MAAS names it by `name` (zones/{name}/), compose by `id`.
public struct Zone: Sendable, Equatable, Decodable {
    /// What compose goes by.
    public let id: Int
    /// What paths and lists go by; `default` for the one that is always there.
    public let name: String
    /// For people; may be empty.
    public let description: String
}
