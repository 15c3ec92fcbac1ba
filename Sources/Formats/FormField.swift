/// A field of a form as it was sent: MAAS treats "not sent" and "sent empty" differently almost everywhere.
package enum FormField<Value> {
    /// Not sent, or refused with a message: keep what there is, or take the default.
    case absent
    /// Sent empty: clear it where that is allowed.
    case empty
    case value(Value)

    /// The value; `nil` when there is none.
    package var value: Value? { if case .value(let value) = self { value } else { nil } }

    /// Whether something was sent, be it empty.
    package var isSent: Bool { if case .absent = self { false } else { true } }

    /// What an update leaves: the old value unless another was sent; empty counts as not sent.
    package func or(_ old: Value) -> Value { value ?? old }

    /// What an update leaves of a value that may be missing: empty clears it.
    package func orKeep(_ old: Value?) -> Value? {
        switch self {
        case .absent: old
        case .empty: nil
        case .value(let value): value
        }
    }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> FormField<Other> {
        switch self {
        case .absent: .absent
        case .empty: .empty
        case .value(let value): .value(try transform(value))
        }
    }
}

extension FormField: Sendable where Value: Sendable {}
