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

    /// Zone and pool are the host's unless others are named.
    public init(vmHostID: Int, spec: VMSpec, zone: String? = nil, resourcePool: String? = nil) {
        (self.vmHostID, self.spec, self.zone, self.resourcePool) = (vmHostID, spec, zone, resourcePool)
    }
}
