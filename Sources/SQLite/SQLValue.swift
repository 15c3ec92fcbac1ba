/// A value as SQLite stores it.
public enum SQLValue: Sendable, Equatable {
    /// No value.
    case null
    /// A whole number of up to 64 bits, signed.
    case integer(Int64)
    /// A floating-point number of 64 bits.
    case real(Double)
    /// UTF-8.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}

/// A type that can be bound to a parameter of a statement.
public protocol SQLBindable {
    /// As it is stored.
    var sqlValue: SQLValue { get }
}

/// A type that can be read from a column. `nil` means that the column holds another kind of value.
public protocol SQLReadable {
    /// Takes a stored value; `nil` when it is of another kind, and never a value made up in its place.
    init?(sqlValue: SQLValue)
}

/// Enumerations are stored as their raw values; a stored value that is none of theirs is not read as another.
extension SQLReadable where Self: RawRepresentable, RawValue: SQLReadable {
    /// Takes the raw value of one of the cases, and no other.
    @inlinable public init?(sqlValue: SQLValue) {
        guard let raw = RawValue(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: raw)
    }
}

extension Int: SQLBindable, SQLReadable {
    /// An integer.
    @inlinable public var sqlValue: SQLValue { .integer(Int64(self)) }
    /// Takes integers only, so that `1.0` does not pass for 1.
    @inlinable public init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self = Int(value)
    }
}

extension Int64: SQLBindable, SQLReadable {
    /// An integer.
    @inlinable public var sqlValue: SQLValue { .integer(self) }
    /// Takes integers only.
    @inlinable public init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self = value
    }
}

extension Double: SQLBindable, SQLReadable {
    /// A real number.
    @inlinable public var sqlValue: SQLValue { .real(self) }
    /// Takes integers too: SQLite stores `1.0` as one where that saves room.
    @inlinable public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let value): self = value
        case .integer(let value): self = Double(value)
        default: return nil
        }
    }
}

extension Bool: SQLBindable, SQLReadable {
    /// The integers 1 and 0, for SQLite has no truth values.
    @inlinable public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    /// Takes integers, of which only 0 is false.
    @inlinable public init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self = value != 0
    }
}

extension String: SQLBindable, SQLReadable {
    /// Text.
    @inlinable public var sqlValue: SQLValue { .text(self) }
    /// Takes text only, and no number in its stead.
    @inlinable public init?(sqlValue: SQLValue) {
        guard case .text(let value) = sqlValue else { return nil }
        self = value
    }
}

extension [UInt8]: SQLBindable, SQLReadable {
    /// A blob.
    @inlinable public var sqlValue: SQLValue { .blob(self) }
    /// Takes blobs only.
    @inlinable public init?(sqlValue: SQLValue) {
        guard case .blob(let value) = sqlValue else { return nil }
        self = value
    }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    /// Null for `nil`.
    @inlinable public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Optional: SQLReadable where Wrapped: SQLReadable {
    /// Takes null besides what the wrapped type takes.
    @inlinable public init?(sqlValue: SQLValue) {
        if case .null = sqlValue {
            self = .none
        } else if let value = Wrapped(sqlValue: sqlValue) {
            self = .some(value)
        } else {
            return nil
        }
    }
}

extension SQLValue: SQLBindable, SQLReadable {
    /// The value itself.
    @inlinable public var sqlValue: SQLValue { self }
    /// Takes anything.
    @inlinable public init?(sqlValue: SQLValue) { self = sqlValue }
}

extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
    /// Its raw value.
    @inlinable public var sqlValue: SQLValue { rawValue.sqlValue }
}
