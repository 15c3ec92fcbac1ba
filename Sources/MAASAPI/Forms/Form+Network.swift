import Addresses
import Formats

/// Addresses and the like in forms.
extension Form {
    static let invalidAddress = "Enter a valid IPv4 or IPv6 address."

    /// An IPv4 or IPv6 address, as Django's `GenericIPAddressField` reads it.
    package mutating func address(_ name: String, required: Bool = false) -> FormField<IPAddress> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field.map { _ in IPAddress(.v4, 0) } }
        guard let address = IPAddress(text) else {
            errors.add(name, Self.invalidAddress)
            return .absent
        }
        return .value(address)
    }

    /// A MAC address that MAAS stores as it was sent: six groups with colons.
    mutating func colonMAC(_ name: String, required: Bool) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        guard MACAddress.isColonSeparated(text) else {
            errors.add(name, MACAddress.message(text))
            return .absent
        }
        return field
    }

    /// A MAC address in any of the notations that MAAS takes and turns into colons and small letters.
    mutating func macAddress(_ name: String, required: Bool) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        guard let normal = MACAddress.normal(text) else {
            errors.add(name, MACAddress.message(text))
            return .absent
        }
        return .value(normal)
    }
}
