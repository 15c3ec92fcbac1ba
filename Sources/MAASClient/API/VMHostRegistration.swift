/// What MAAS is told of a VM host to register or change; `nil` leaves a value as it is, or to MAAS.
public struct VMHostRegistration: Sendable, Equatable {
    /// `lxd` or `virsh`; cannot be changed later.
    public var type: String?
    /// LXD: host or https URL; virsh: `qemu+ssh://…`.
    public var powerAddress: String?
    /// The LXD project whose VMs MAAS manages.
    public var project: String?
    /// MAAS makes one up for a host that is registered without.
    public var name: String?
    /// A zone's name.
    public var zone: String?
    /// A resource pool's name.
    public var pool: String?
    /// Replaces every tag of the host; an empty list takes all of them off.
    public var tags: [String]?
    /// LXD trust password, used once.
    public var password: String?
    /// virsh password.
    public var powerPass: String?
    /// LXD client certificate and key, PEM; MAAS makes a pair when there is none.
    public var certificate: String?
    /// The private key of `certificate`, PEM.
    public var key: String?
    /// 0 to 10.
    public var cpuOverCommitRatio: Double?
    /// 0 to 10.
    public var memoryOverCommitRatio: Double?
    /// The id of a storage pool.
    public var defaultStoragePool: String?
    /// `bridge`, `passthru`, `private` or `vepa`.
    public var defaultMacvlanMode: String?

    /// The two values that a registration needs; an update may go without.
    public init(type: String? = nil, powerAddress: String? = nil) {
        self.type = type
        self.powerAddress = powerAddress
    }

    var params: Params {
        ParamsBuilder().set("type", type).set("power_address", powerAddress).set("project", project)
            .set("name", name).set("zone", zone).set("pool", pool).set("tags", tags?.joined(separator: ","))
            .set("password", password).set("power_pass", powerPass).set("certificate", certificate).set("key", key)
            .set("cpu_over_commit_ratio", cpuOverCommitRatio).set("memory_over_commit_ratio", memoryOverCommitRatio)
            .set("default_storage_pool", defaultStoragePool).set("default_macvlan_mode", defaultMacvlanMode).build()
    }
}
