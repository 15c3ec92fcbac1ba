import Formats

/// The constraint `vendor_id=8086,product_name=…` on the PCI and USB devices of machines.
struct DeviceConstraints {
    let text: String

    private static let keys: Set = ["vendor_id", "product_id", "vendor_name", "product_name", "commissioning_driver"]

    /// Reads a text and refuses keys that MAAS does not know.
    init(_ text: String) throws(ConstraintError) {
        for part in Self.parts(text) {
            let key = part.prefix { $0 != "=" }
            guard Self.keys.contains(String(key)) else {
                // MAAS forgets the closing quote.
                let unknown = "Unknown devices constraint: '\(key)"
                throw text.unicodeScalars.contains("\0")
                    ? ConstraintError(unknown, ConstraintError.nullCharacters) : ConstraintError(unknown)
            }
        }
        if text.unicodeScalars.contains("\0") { throw ConstraintError(ConstraintError.nullCharacters) }
        self.text = text
    }

    private static func parts(_ text: String) -> [Substring] {
        text.split(separator: ",", omittingEmptySubsequences: false)
    }

    /// Refuses a key without a value, which MAAS finds only when it looks for machines.
    func checkValues() throws(Refusal) {
        guard Self.parts(text).allSatisfy({ $0.contains("=") }) else {
            throw .unexpected("not enough values to unpack (expected 2, got 1)", .valueError)
        }
    }
}
