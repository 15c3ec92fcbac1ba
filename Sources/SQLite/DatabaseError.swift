import CSQLite
import FoundationEssentials

/// What SQLite refused, with its result code, its message and the statement it was given.
public struct DatabaseError: Error, CustomStringConvertible, Sendable {
    /// The extended result code, such as 787 for a foreign key that points nowhere.
    public let code: Int32
    /// SQLite's own words.
    public let message: String
    /// The statement, without its arguments; `nil` where none was run.
    public let sql: String?

    /// An error as SQLite reports it; also for what this module itself refuses.
    public init(code: Int32, message: String, sql: String? = nil) {
        self.code = code
        self.message = message
        self.sql = sql
    }

    /// What failed while a row was read, which is not SQLite's.
    @usableFromInline init(failed message: String, sql: String) {
        self.init(code: SQLITE_ERROR, message: message, sql: sql)
    }

    /// The result code for a file that cannot be opened.
    public static let cannotOpen = SQLITE_CANTOPEN

    static let nulInText = SQLITE_FORMAT

    /// Text with a NUL was to be bound, which SQL cannot compare reliably.
    public var isNULInText: Bool { code == Self.nulInText }

    /// A unique index or primary key refused the row.
    public var isUniqueViolation: Bool {
        code == Int32(csqlite_unique) || code == Int32(csqlite_primary_key)
    }

    /// The statement would have changed a database, or by a connection, that can only be read.
    public var isReadOnly: Bool { code & 0xFF == SQLITE_READONLY }

    /// The statement or its values are wrong; else it is the database that cannot be used at the moment.
    public var isOfTheStatement: Bool {
        [SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG, Self.nulInText].contains(
            code & 0xFF)
    }

    /// Code, message and statement on one line.
    public var description: String {
        "SQLite error \(code): \(message)" + (sql.map { " in: \($0)" } ?? "")
    }
}

extension DatabaseError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}
