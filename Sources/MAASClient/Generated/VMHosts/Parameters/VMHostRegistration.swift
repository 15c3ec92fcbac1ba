// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST vm-hosts/`: create or discover a VM host.
public struct VMHostRegistration: OperationParameters {
    /// Lxd or virsh.
    public var type: String?
    /// Where the hypervisor is.
    public var powerAddress: String?
    /// The LXD project to manage.
    public var project: String?
    /// LXD's trust password, used once.
    public var password: String?
    /// PEM, for LXD.
    public var certificate: String?
    /// PEM, for LXD.
    public var key: String?
    /// The password of virsh's SSH.
    public var powerPass: String?
    /// Its name; random without it.
    public var name: String?
    /// Name of the zone.
    public var zone: String?
    /// Name of the pool that its VMs get.
    public var pool: String?
    /// Parted by commas.
    public var tags: [String]?
    /// 0 to 10.
    public var cpuOverCommitRatio: Double?
    /// 0 to 10.
    public var memoryOverCommitRatio: Double?
    /// Id of a storage pool; only for an update.
    public var defaultStoragePool: String?
    /// Bridge, passthru, private or vepa.
    public var defaultMacvlanMode: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        type: String? = nil, powerAddress: String? = nil, project: String? = nil, password: String? = nil,
        certificate: String? = nil, key: String? = nil, powerPass: String? = nil, name: String? = nil,
        zone: String? = nil, pool: String? = nil, tags: [String]? = nil, cpuOverCommitRatio: Double? = nil,
        memoryOverCommitRatio: Double? = nil, defaultStoragePool: String? = nil, defaultMacvlanMode: String? = nil
    ) {
        self.type = type
        self.powerAddress = powerAddress
        self.project = project
        self.password = password
        self.certificate = certificate
        self.key = key
        self.powerPass = powerPass
        self.name = name
        self.zone = zone
        self.pool = pool
        self.tags = tags
        self.cpuOverCommitRatio = cpuOverCommitRatio
        self.memoryOverCommitRatio = memoryOverCommitRatio
        self.defaultStoragePool = defaultStoragePool
        self.defaultMacvlanMode = defaultMacvlanMode
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("type", type)
        params.set("power_address", powerAddress)
        params.set("project", project)
        params.set("password", password)
        params.set("certificate", certificate)
        params.set("key", key)
        params.set("power_pass", powerPass)
        params.set("name", name)
        params.set("zone", zone)
        params.set("pool", pool)
        params.set("tags", joined: tags)
        params.set("cpu_over_commit_ratio", cpuOverCommitRatio)
        params.set("memory_over_commit_ratio", memoryOverCommitRatio)
        params.set("default_storage_pool", defaultStoragePool)
        params.set("default_macvlan_mode", defaultMacvlanMode)
        params.merge(others)
        return params
    }
}
