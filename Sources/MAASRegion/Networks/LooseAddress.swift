import Addresses
import Formats

extension String {
    /// The address that this text spells for MAAS where no form reads it.
    /// - Throws: `Refusal` with what its library says of a text that is none.
    package func looseAddress() throws(Refusal) -> IPAddress {
        switch IPAddress.loose(self) {
        case .address(let address): return address
        case .undetected:
            throw .unexpected("failed to detect a valid IP address from \(pythonQuoted(self))", .addrFormatError)
        case .prefixed:
            throw .unexpected(
                "IPAddress() does not support netmasks or subnet prefixes! See documentation for details.", .valueError)
        }
    }
}
