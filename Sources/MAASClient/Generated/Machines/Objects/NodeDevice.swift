// Written by script/generate-client.py; change Description/objects.json instead.

/// A PCI or USB device that commissioning found.
public struct NodeDevice: MAASObject {
    /// Names the device in paths.
    public var id: Int
    /// MAAS's number for the bus: 1 PCIe, 2 USB.
    public var bus: Int?
    /// The same in words.
    public var busName: String?
    /// MAAS's number for what it is.
    public var hardwareType: Int?
    /// The same in words.
    public var hardwareTypeName: String?
    /// The maker's number.
    public var vendorID: String?
    /// The product's number.
    public var productID: String?
    /// The maker.
    public var vendorName: String?
    /// The product.
    public var productName: String?
    /// The driver that ran it while commissioning.
    public var commissioningDriver: String?
    /// Its place on the bus.
    public var busNumber: Int?
    /// Its place on the bus.
    public var deviceNumber: Int?
    /// Its place on PCIe.
    public var pciAddress: String?
    /// The node it is in.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, bus: Int? = nil, busName: String? = nil, hardwareType: Int? = nil, hardwareTypeName: String? = nil,
        vendorID: String? = nil, productID: String? = nil, vendorName: String? = nil, productName: String? = nil,
        commissioningDriver: String? = nil, busNumber: Int? = nil, deviceNumber: Int? = nil, pciAddress: String? = nil,
        systemID: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.bus = bus
        self.busName = busName
        self.hardwareType = hardwareType
        self.hardwareTypeName = hardwareTypeName
        self.vendorID = vendorID
        self.productID = productID
        self.vendorName = vendorName
        self.productName = productName
        self.commissioningDriver = commissioningDriver
        self.busNumber = busNumber
        self.deviceNumber = deviceNumber
        self.pciAddress = pciAddress
        self.systemID = systemID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        bus = try reader.optional("bus")
        busName = try reader.optional("bus_name")
        hardwareType = try reader.optional("hardware_type")
        hardwareTypeName = try reader.optional("hardware_type_name")
        vendorID = try reader.optional("vendor_id")
        productID = try reader.optional("product_id")
        vendorName = try reader.optional("vendor_name")
        productName = try reader.optional("product_name")
        commissioningDriver = try reader.optional("commissioning_driver")
        busNumber = try reader.optional("bus_number")
        deviceNumber = try reader.optional("device_number")
        pciAddress = try reader.optional("pci_address")
        systemID = try reader.optional("system_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("bus", bus)
        try writer.write("bus_name", busName)
        try writer.write("hardware_type", hardwareType)
        try writer.write("hardware_type_name", hardwareTypeName)
        try writer.write("vendor_id", vendorID)
        try writer.write("product_id", productID)
        try writer.write("vendor_name", vendorName)
        try writer.write("product_name", productName)
        try writer.write("commissioning_driver", commissioningDriver)
        try writer.write("bus_number", busNumber)
        try writer.write("device_number", deviceNumber)
        try writer.write("pci_address", pciAddress)
        try writer.write("system_id", systemID)
    }
}
