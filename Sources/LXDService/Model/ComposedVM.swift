/// A VM that was composed (seed: client.ComposedVM).
public struct ComposedVM: Sendable, Equatable {
    /// MAAS's name for its machine.
    public let systemID: String
    /// As it was asked for, or as MAAS made it up.
    public let hostname: String
    /// MAAS's id of the VM host.
    public let vmHostID: Int
    /// The zone's name.
    public let availabilityZone: String
    /// The pool's name; empty where MAAS tells none.
    public let resourcePool: String
    /// MAAS's status name, such as `Ready`.
    public let status: String
    /// Those of the machine, computed ones included.
    public let tags: [String]

    /// What a backend answers; every field has a value.
    public init(
        systemID: String, hostname: String, vmHostID: Int, availabilityZone: String, resourcePool: String,
        status: String, tags: [String]
    ) {
        self.systemID = systemID
        self.hostname = hostname
        self.vmHostID = vmHostID
        self.availabilityZone = availabilityZone
        self.resourcePool = resourcePool
        self.status = status
        self.tags = tags
    }
}
