import CSQLite
import Foundation

/// The database that a script makes, as text: SQLite takes ten times as long to make it as to read it.
///
/// Most pages of an empty database are empty. Its bytes are written as pairs of runs: so many zeros, then so many bytes that
/// follow; both numbers have 32 bits, the lower byte first. All of it is in base 64.
struct DatabaseImage {
    struct Failure: Error { let message: String }

    let text: String

    init(script: String) throws {
        var opened: OpaquePointer?
        defer { sqlite3_close_v2(opened) }
        guard sqlite3_open(":memory:", &opened) == SQLITE_OK,
            sqlite3_exec(opened, "BEGIN;\n\(script)\nCOMMIT;", nil, nil, nil) == SQLITE_OK
        else { throw Failure(message: String(cString: sqlite3_errmsg(opened))) }
        var size: sqlite3_int64 = 0
        guard let image = sqlite3_serialize(opened, "main", &size, 0) else { throw Failure(message: "no memory") }
        defer { sqlite3_free(image) }
        text = Self.runs(of: UnsafeBufferPointer(start: image, count: Int(size))).base64EncodedString()
    }

    /// Zeros that are worth two numbers.
    private static let fewest = 16

    private static func runs(of bytes: UnsafeBufferPointer<UInt8>) -> Data {
        var runs = Data()
        var start = 0
        while start < bytes.count {
            let zeros = bytes[start...].prefix { $0 == 0 }.count
            var end = start + zeros
            var last = end
            // As far as the next long run of zeros.
            while end < bytes.count, end - last < fewest {
                if bytes[end] != 0 { last = end + 1 }
                end += 1
            }
            for number in [zeros, last - start - zeros] {
                withUnsafeBytes(of: UInt32(number).littleEndian) { runs.append(contentsOf: $0) }
            }
            runs.append(contentsOf: bytes[(start + zeros)..<last])
            // Zeros at the end have a pair of their own.
            start = last
        }
        return runs
    }
}
