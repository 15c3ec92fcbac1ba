import Addresses
import Formats
import MAASRegion
import SQLite

/// Addresses and the like in forms.
extension Form {
    static let invalidAddress = "Enter a valid IPv4 or IPv6 address."

    /// An IPv4 or IPv6 address, as Django's `GenericIPAddressField` reads it.
    package mutating func address(_ name: String, required: Bool = false) -> FormField<IPAddress> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field.map { _ in IPAddress(.v4, 0) } }
        guard let address = IPAddress(text) else {
            let isLong = text.contains(":")
            errors.add(name, isLong ? "This is not a valid IPv6 address." : Self.invalidAddress)
            if !isLong, text.unicodeScalars.contains("\0") { errors.add(name, Self.nullCharacters) }
            return .absent
        }
        return .value(address)
    }

    /// A MAC address that MAAS stores as it was sent: six groups with colons.
    mutating func storedMAC(_ name: String, required: Bool) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        guard MACAddress.isStorable(text) else {
            errors.add(name, MACAddress.message(text))
            return .absent
        }
        return field
    }

    /// A MAC address in any of the notations that MAAS takes and turns into colons and small letters
    /// (`MACAddressFormField`).
    mutating func macAddress(_ name: String, required: Bool) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        guard MACAddress.isAccepted(text) else {
            errors.add(name, MACAddress.message(text))
            return .absent
        }
        return .value(MACAddress.normalised(text))
    }

    /// The MAC addresses of a new node, or of `node`, normalised: those that are none and those of other nodes are refused
    /// together (`WithMACAddressesMixin`). Interfaces of no node do not count.
    mutating func macAddresses(_ db: Connection, besides node: Int?, isRequired: Bool) throws -> [String] {
        let sent = parameters.all("mac_addresses").filter { !$0.isEmpty }
        if sent.isEmpty, isRequired { add("mac_addresses", Self.required) }
        var macs: [String] = []
        for text in sent.map(\.strippedOfBlanks) {
            if text.isEmpty || MACAddress.isAccepted(text) {
                macs.append(MACAddress.normalised(text))
            } else {
                add("mac_addresses", MACAddress.message(text))
            }
        }
        if !errors.contains("mac_addresses") {
            for mac in macs {
                for holder in try Interface.hostnames(db, ofMAC: mac.lowercased(), besides: node) {
                    add("mac_addresses", "MAC address \(mac) already in use on \(holder).")
                }
            }
        }
        if sent.count > 1 { merge("mac_addresses", into: "One or more MAC addresses is invalid.") }
        return macs
    }

    /// What the form took must be what the table of interfaces holds: MAAS trips over its own refusal where it is not.
    static func checkStorable(_ macs: [String]) throws(Refusal) {
        guard macs.allSatisfy({ $0.isEmpty || MACAddress.isStorable($0) }) else {
            throw .unexpected("'ValidationError' object has no attribute 'message'")
        }
    }
}
