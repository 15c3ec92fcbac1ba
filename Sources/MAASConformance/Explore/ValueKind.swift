/// How a value stands to what MAAS expects.
enum ValueKind: String, Sendable, CaseIterable {
    case usual
    /// At a limit, or one beyond it.
    case border
    /// What nothing can be made of.
    case wrong
    /// Sent, with nothing in it.
    case empty
    /// The usual in another spelling.
    case spelling
    /// It exists already, or an address that somebody has.
    case taken
    /// It existed.
    case gone
    /// It never did, or an address outside.
    case never
    /// The name was sent twice.
    case repeated
    /// It is needed and was not sent.
    case absent
    /// No operation has a parameter of this name.
    case unknown
}
