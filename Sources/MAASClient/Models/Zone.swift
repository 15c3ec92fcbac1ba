/// An availability zone. MAAS names it by `name` (zones/{name}/), compose by `id`.
public struct Zone: Sendable, Equatable, Decodable {
    public let id: Int
    public let name: String
    public let description: String
}
