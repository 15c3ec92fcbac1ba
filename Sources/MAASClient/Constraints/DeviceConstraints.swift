/// MAAS's `devices` constraint, `key=value,key=value`: one PCI or USB device that a machine must have.
///
///     let devices: DeviceConstraints = [.vendorID("10de"), .commissioningDriver("nvidia")]
public struct DeviceConstraints: Sendable, Hashable, ParamValue, ExpressibleByArrayLiteral, CustomStringConvertible {
    /// All of them must be met.
    public var conditions: [DeviceCondition]

    /// These conditions.
    public init(_ conditions: [DeviceCondition]) { self.conditions = conditions }

    /// These conditions.
    public init(arrayLiteral conditions: DeviceCondition...) { self.conditions = conditions }

    /// As MAAS reads it.
    public var description: String { conditions.map { "\($0.key)=\($0.value)" }.joined(separator: ",") }

    /// As MAAS reads it.
    public var paramText: String { description }
}

/// Something that a device must be. Case does not matter.
public enum DeviceCondition: ConstraintCondition {
    /// The maker's number, four hexadecimal digits.
    case vendorID(String)
    /// The product's number, four hexadecimal digits.
    case productID(String)
    /// The maker's whole name.
    case vendorName(String)
    /// The product's whole name.
    case productName(String)
    /// The driver that ran it while commissioning.
    case commissioningDriver(String)

    /// MAAS's name for the key.
    public var key: String {
        switch self {
        case .vendorID: "vendor_id"
        case .productID: "product_id"
        case .vendorName: "vendor_name"
        case .productName: "product_name"
        case .commissioningDriver: "commissioning_driver"
        }
    }

    /// The value, as MAAS reads it.
    public var value: String {
        switch self {
        case .vendorID(let text), .productID(let text), .vendorName(let text), .productName(let text),
            .commissioningDriver(let text):
            text
        }
    }
}
