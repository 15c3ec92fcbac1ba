// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST vm-hosts/{id}/?op=compose`: compose a machine on a VM host.
public struct VMComposition: OperationParameters {
    /// How many cores; 1 without it.
    public var cores: Int?
    /// The host's cores it is to have (repeat).
    public var pinnedCores: [Int]?
    /// MiB; 2048 without it.
    public var memory: Int?
    /// Back its memory with huge pages.
    public var hugepagesBacked: Bool?
    /// MHz that a core must reach.
    public var cpuSpeed: Int?
    /// Such as amd64/generic.
    public var architecture: String?
    /// Its name; random without it.
    public var hostname: String?
    /// Id of its domain.
    public var domain: Int?
    /// Id of its zone; the default one without it.
    public var zone: Int?
    /// Id of its resource pool; the host's without it.
    public var pool: Int?
    /// Disks: [label:]size[(tag,…)],… in GB.
    public var storage: StorageConstraint?
    /// Interfaces: label:key=value,…;….
    public var interfaces: InterfaceConstraints?
    /// Make it Ready at once.
    public var skipCommissioning: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        cores: Int? = nil, pinnedCores: [Int]? = nil, memory: Int? = nil, hugepagesBacked: Bool? = nil,
        cpuSpeed: Int? = nil, architecture: String? = nil, hostname: String? = nil, domain: Int? = nil,
        zone: Int? = nil, pool: Int? = nil, storage: StorageConstraint? = nil, interfaces: InterfaceConstraints? = nil,
        skipCommissioning: Bool? = nil
    ) {
        self.cores = cores
        self.pinnedCores = pinnedCores
        self.memory = memory
        self.hugepagesBacked = hugepagesBacked
        self.cpuSpeed = cpuSpeed
        self.architecture = architecture
        self.hostname = hostname
        self.domain = domain
        self.zone = zone
        self.pool = pool
        self.storage = storage
        self.interfaces = interfaces
        self.skipCommissioning = skipCommissioning
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("cores", cores)
        params.add("pinned_cores", each: pinnedCores)
        params.set("memory", memory)
        params.set("hugepages_backed", hugepagesBacked)
        params.set("cpu_speed", cpuSpeed)
        params.set("architecture", architecture)
        params.set("hostname", hostname)
        params.set("domain", domain)
        params.set("zone", zone)
        params.set("pool", pool)
        params.set("storage", storage)
        params.set("interfaces", interfaces)
        params.set("skip_commissioning", skipCommissioning)
        params.merge(others)
        return params
    }
}
