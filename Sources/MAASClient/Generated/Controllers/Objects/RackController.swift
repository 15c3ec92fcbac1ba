// Written by script/generate-client.py; change Description/objects.json instead.

/// A rack controller: serves DHCP, and reaches BMCs and hypervisors.
public struct RackController: MAASObject {
    /// MAAS's name for it.
    public var systemID: String
    /// Without its domain.
    public var hostname: String
    /// Host name and domain.
    public var fqdn: String?
    /// Of its MAAS.
    public var version: String?
    /// The DNS domain that it is in.
    public var domain: Domain?
    /// Where it stands.
    public var zone: Zone?
    /// For people.
    public var description: String?
    /// Such as `amd64/generic`.
    public var architecture: String?
    /// Cores.
    public var cpuCount: Int?
    /// MiB.
    public var memory: Int?
    /// Its operating system.
    public var osystem: String?
    /// Its release.
    public var distroSeries: String?
    /// How its power is controlled; empty for not at all.
    public var powerType: String?
    /// As far as MAAS knows it.
    public var powerState: PowerState?
    /// The names of its tags.
    public var tagNames: [String]?
    /// Its addresses.
    public var ipAddresses: [String]?
    /// Its interfaces.
    public var interfaceSet: [Interface]?
    /// Its services.
    public var serviceSet: [ServiceStatus]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        systemID: String, hostname: String, fqdn: String? = nil, version: String? = nil, domain: Domain? = nil,
        zone: Zone? = nil, description: String? = nil, architecture: String? = nil, cpuCount: Int? = nil,
        memory: Int? = nil, osystem: String? = nil, distroSeries: String? = nil, powerType: String? = nil,
        powerState: PowerState? = nil, tagNames: [String]? = nil, ipAddresses: [String]? = nil,
        interfaceSet: [Interface]? = nil, serviceSet: [ServiceStatus]? = nil, others: [String: JSONValue] = [:]
    ) {
        self.systemID = systemID
        self.hostname = hostname
        self.fqdn = fqdn
        self.version = version
        self.domain = domain
        self.zone = zone
        self.description = description
        self.architecture = architecture
        self.cpuCount = cpuCount
        self.memory = memory
        self.osystem = osystem
        self.distroSeries = distroSeries
        self.powerType = powerType
        self.powerState = powerState
        self.tagNames = tagNames
        self.ipAddresses = ipAddresses
        self.interfaceSet = interfaceSet
        self.serviceSet = serviceSet
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        systemID = try reader.value("system_id")
        hostname = try reader.value("hostname")
        fqdn = try reader.optional("fqdn")
        version = try reader.optional("version")
        domain = try reader.optional("domain")
        zone = try reader.optional("zone")
        description = try reader.optional("description")
        architecture = try reader.optional("architecture")
        cpuCount = try reader.optional("cpu_count")
        memory = try reader.optional("memory")
        osystem = try reader.optional("osystem")
        distroSeries = try reader.optional("distro_series")
        powerType = try reader.optional("power_type")
        powerState = try reader.optional("power_state")
        tagNames = try reader.optional("tag_names")
        ipAddresses = try reader.optional("ip_addresses")
        interfaceSet = try reader.optional("interface_set")
        serviceSet = try reader.optional("service_set")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("system_id", systemID)
        try writer.write("hostname", hostname)
        try writer.write("fqdn", fqdn)
        try writer.write("version", version)
        try writer.write("domain", domain)
        try writer.write("zone", zone)
        try writer.write("description", description)
        try writer.write("architecture", architecture)
        try writer.write("cpu_count", cpuCount)
        try writer.write("memory", memory)
        try writer.write("osystem", osystem)
        try writer.write("distro_series", distroSeries)
        try writer.write("power_type", powerType)
        try writer.write("power_state", powerState)
        try writer.write("tag_names", tagNames)
        try writer.write("ip_addresses", ipAddresses)
        try writer.write("interface_set", interfaceSet)
        try writer.write("service_set", serviceSet)
    }
}
