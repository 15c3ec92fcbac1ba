/// A resource pool; the default one has id 0.
public struct ResourcePool: Sendable, Equatable, Decodable {
    public let id: Int
    public let name: String
    public let description: String
}
