// Written by script/generate-client.py; change Description/objects.json instead.

/// A fabric with its VLANs.
public struct Fabric: MAASObject {
    /// Names the fabric in paths.
    public var id: Int
    /// `fabric-` and the id where nobody gave it another.
    public var name: String
    /// A word about what it is made of, such as `10g`.
    public var classType: String?
    /// The untagged one first.
    public var vlans: [VLAN]
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(id: Int, name: String, classType: String? = nil, vlans: [VLAN], others: [String: JSONValue] = [:]) {
        self.id = id
        self.name = name
        self.classType = classType
        self.vlans = vlans
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        classType = try reader.optional("class_type")
        vlans = try reader.value("vlans")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("class_type", classType)
        try writer.write("vlans", vlans)
    }
}
