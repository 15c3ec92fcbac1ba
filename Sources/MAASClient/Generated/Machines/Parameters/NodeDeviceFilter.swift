// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `GET nodes/{system_id}/devices/`: list devices.
public struct NodeDeviceFilter: OperationParameters {
    /// Pcie or usb.
    public var bus: String?
    /// Node, cpu, memory, storage, network or gpu.
    public var hardwareType: String?
    /// Of the maker.
    public var vendorID: String?
    /// Of the product.
    public var productID: String?
    /// The maker's name.
    public var vendorName: String?
    /// The product's name.
    public var productName: String?
    /// Driver while commissioning.
    public var commissioningDriver: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        bus: String? = nil, hardwareType: String? = nil, vendorID: String? = nil, productID: String? = nil,
        vendorName: String? = nil, productName: String? = nil, commissioningDriver: String? = nil
    ) {
        self.bus = bus
        self.hardwareType = hardwareType
        self.vendorID = vendorID
        self.productID = productID
        self.vendorName = vendorName
        self.productName = productName
        self.commissioningDriver = commissioningDriver
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("bus", bus)
        params.set("hardware_type", hardwareType)
        params.set("vendor_id", vendorID)
        params.set("product_id", productID)
        params.set("vendor_name", vendorName)
        params.set("product_name", productName)
        params.set("commissioning_driver", commissioningDriver)
        params.merge(others)
        return params
    }
}
