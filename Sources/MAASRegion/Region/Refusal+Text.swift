extension Refusal {
    /// What MAAS's database adapter says of a text that it cannot send.
    package static let nulInText = Refusal.unexpected(
        "A string literal cannot contain NUL (0x00) characters.", .valueError)

    /// Fails on a text that the emulator compares by itself, where MAAS has its database do so.
    package static func refuseNUL(in text: String) throws(Refusal) {
        if text.unicodeScalars.contains("\0") { throw nulInText }
    }
}
