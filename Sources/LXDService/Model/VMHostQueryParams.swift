/// Which VM hosts are wanted (seed: client.VMHostQueryParams).
public struct VMHostQueryParams: Sendable, Equatable {
    /// `lxd` or `virsh`.
    public var type: String?
    /// A zone's name.
    public var zone: String?
    /// A resource pool's name.
    public var resourcePool: String?
    /// All of them must be there.
    public var tags: [String]

    /// Without any of these every VM host matches.
    public init(type: String? = nil, zone: String? = nil, resourcePool: String? = nil, tags: [String] = []) {
        (self.type, self.zone, self.resourcePool, self.tags) = (type, zone, resourcePool, tags)
    }
}
