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

    public init(type: String? = nil, zone: String? = nil, resourcePool: String? = nil, tags: [String] = []) {
        (self.type, self.zone, self.resourcePool, self.tags) = (type, zone, resourcePool, tags)
    }
}

/// A VM to compose on a given host (seed: client.ComposeVMParams).
public struct ComposeVMParams: Sendable, Equatable {
    /// MAAS's id of the VM host.
    public var vmHostID: Int
    /// What to compose there.
    public var spec: VMSpec
    /// A zone's name; `nil` takes the host's. (MAAS's own default is its default zone.)
    public var zone: String?
    /// A resource pool's name; `nil` takes the host's.
    public var resourcePool: String?

    public init(vmHostID: Int, spec: VMSpec, zone: String? = nil, resourcePool: String? = nil) {
        (self.vmHostID, self.spec, self.zone, self.resourcePool) = (vmHostID, spec, zone, resourcePool)
    }
}

/// A VM that was composed (seed: client.ComposedVM).
public struct ComposedVM: Sendable, Equatable {
    public let systemID: String
    public let hostname: String
    /// MAAS's id of the VM host.
    public let vmHostID: Int
    /// The zone's name.
    public let availabilityZone: String
    public let resourcePool: String
    /// MAAS's status name, such as `Ready`.
    public let status: String
    public let tags: [String]

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
