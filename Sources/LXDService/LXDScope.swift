/// Where a service looks for hosts (seed: the scope's MaasMachine and Machine specs).
public struct LXDScope: Sendable, Equatable {
    /// Only hosts of this resource pool.
    public var resourcePool: String?
    /// Only hosts of this zone.
    public var failureDomain: String?
    /// The zone when `failureDomain` is not set (seed: Machine.Spec.FailureDomain).
    public var machineFailureDomain: String?
    /// Only hosts with all of these tags.
    public var tags: [String]

    /// A scope without any of these takes every LXD host.
    public init(
        resourcePool: String? = nil, failureDomain: String? = nil, machineFailureDomain: String? = nil,
        tags: [String] = []
    ) {
        self.resourcePool = resourcePool
        self.failureDomain = failureDomain
        self.machineFailureDomain = machineFailureDomain
        self.tags = tags
    }
}
