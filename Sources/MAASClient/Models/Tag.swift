/// A tag of machines and VM hosts.
public struct Tag: Sendable, Equatable, Decodable {
    public let name: String
    public let definition: String
    public let comment: String
    public let kernelOpts: String?

    enum CodingKeys: String, CodingKey {
        case name, definition, comment
        case kernelOpts = "kernel_opts"
    }
}
