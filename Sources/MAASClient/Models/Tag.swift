/// A tag of machines and VM hosts.
public struct Tag: Sendable, Equatable, Decodable {
    /// Letters, digits, dashes and underscores; what paths go by.
    public let name: String
    /// An XPath expression: MAAS puts the tag on every machine whose hardware matches. Empty: it is put on by hand.
    public let definition: String
    /// For people; may be empty.
    public let comment: String
    /// Kernel parameters that deployed machines with this tag boot with; `nil` or empty for none.
    public let kernelOpts: String?

    enum CodingKeys: String, CodingKey {
        case name, definition, comment
        case kernelOpts = "kernel_opts"
    }
}
