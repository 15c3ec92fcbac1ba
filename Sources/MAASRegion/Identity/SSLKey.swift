import CGnuTLS
import Formats
import SQLite

/// A certificate that a user registered, which Windows machines let in.
package struct SSLKey: Entity {
    package static let table = "ssl_keys"
    package static let model = "SSLKey"

    package let id: Int
    package let userID: Int
    /// PEM
    package let key: String

    package init(_ row: Row) throws {
        id = try row["id"]
        userID = try row["user_id"]
        key = try row["key"]
    }

    package static func all(_ db: Connection, ofUser id: Int) throws -> [SSLKey] {
        try db.query("SELECT * FROM ssl_keys WHERE user_id = ? ORDER BY id", id, row: SSLKey.init)
    }

    /// Adds a key; answers its id.
    package static func insert(_ db: Connection, key: String, ofUser id: Int) throws -> Int {
        try db.insert(into: table, ["user_id": id, "key": key])
    }

    /// Whether a text holds an X.509 certificate as PEM.
    package static func isValid(_ text: String) -> Bool {
        var certificate: gnutls_x509_crt_t?
        guard gnutls_x509_crt_init(&certificate) == 0 else { return false }
        defer { gnutls_x509_crt_deinit(certificate) }
        var bytes = Array(text.utf8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            var datum = gnutls_datum_t(data: buffer.baseAddress, size: UInt32(buffer.count))
            return gnutls_x509_crt_import(certificate, &datum, GNUTLS_X509_FMT_PEM) == 0
        }
    }
}
