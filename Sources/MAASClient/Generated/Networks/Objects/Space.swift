// Written by script/generate-client.py; change Description/objects.json instead.

/// A space: VLANs that may reach each other.
public struct Space: MAASObject {
    /// Names the space in paths; -1 for the one of VLANs that are in none.
    public var id: Int
    /// What VLANs and subnets name it by.
    public var name: String
    /// For people; may be empty.
    public var description: String?
    /// Its VLANs.
    public var vlans: [VLAN]
    /// The subnets of its VLANs.
    public var subnets: [Subnet]
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, description: String? = nil, vlans: [VLAN], subnets: [Subnet],
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.vlans = vlans
        self.subnets = subnets
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        description = try reader.optional("description")
        vlans = try reader.value("vlans")
        subnets = try reader.value("subnets")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("description", description)
        try writer.write("vlans", vlans)
        try writer.write("subnets", subnets)
    }
}
