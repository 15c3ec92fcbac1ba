import Foundation

extension Schema {
    /// An empty database with today's schema and write-ahead logging, as the bytes of its file. The build has made it of
    /// `schema.sql`, which SQLite would take ten times as long for as for reading what came of it.
    package static let image: [UInt8] = {
        let text = EmbeddedData.text("Schema/schema.sql.image") ?? ""
        var image = unpacked(Data(base64Encoded: text) ?? Data())
        guard image.count > 64 else { return [] }
        // The versions of the format, with a log; the user's own version.
        image.replaceSubrange(18...19, with: [2, 2])
        image.replaceSubrange(60..<64, with: withUnsafeBytes(of: UInt32(clamping: version).bigEndian) { [UInt8]($0) })
        return image
    }()

    /// Pairs of so many zeros and so many bytes that follow, each number with 32 bits and the lower byte first.
    private static func unpacked(_ runs: Data) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = [UInt8](runs)[...]
        func number(_ part: ArraySlice<UInt8>) -> Int { part.reversed().reduce(0) { $0 << 8 | Int($1) } }
        while rest.count >= 8 {
            let zeros = number(rest.prefix(4))
            let count = number(rest.dropFirst(4).prefix(4))
            rest = rest.dropFirst(8)
            bytes.append(contentsOf: repeatElement(0, count: zeros))
            bytes.append(contentsOf: rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return bytes
    }
}
