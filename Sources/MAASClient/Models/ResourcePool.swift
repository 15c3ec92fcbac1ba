/// A resource pool; the default one has id 0.
public struct ResourcePool: Sendable, Equatable, Decodable {
    /// What compose and `resourcepool/{id}/` go by.
    public let id: Int
    /// What lists are narrowed by; `default` for the one that is always there.
    public let name: String
    /// For people; may be empty.
    public let description: String
}
