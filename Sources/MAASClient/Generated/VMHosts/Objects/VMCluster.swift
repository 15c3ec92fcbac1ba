// Written by script/generate-client.py; change Description/objects.json instead.

/// A cluster of LXD hosts.
public struct VMCluster: MAASObject {
    /// Names the cluster in paths.
    public var id: Int
    /// What it is called.
    public var name: String
    /// The LXD project whose VMs MAAS manages.
    public var project: String?
    /// The hosts of the cluster.
    public var hosts: [VMHost]?
    /// Where it stands.
    public var availabilityZone: Zone?
    /// The pool of its hosts.
    public var pool: ResourcePool?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, project: String? = nil, hosts: [VMHost]? = nil, availabilityZone: Zone? = nil,
        pool: ResourcePool? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.project = project
        self.hosts = hosts
        self.availabilityZone = availabilityZone
        self.pool = pool
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        project = try reader.optional("project")
        hosts = try reader.optional("hosts")
        availabilityZone = try reader.optional("availability_zone")
        pool = try reader.optional("pool")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("project", project)
        try writer.write("hosts", hosts)
        try writer.write("availability_zone", availabilityZone)
        try writer.write("pool", pool)
    }
}
