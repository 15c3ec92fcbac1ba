/// The `.xz` format without its compression: LZMA2 also has chunks that hold data as it is, and every reader takes
/// them. Output of scripts is small, and a compressor would be the one thing here that needs one more library.
package enum XZ {
    /// One stream with one block that holds `data`, checked by CRC32.
    package static func stored(_ data: [UInt8]) -> [UInt8] {
        let flags: [UInt8] = [0x00, 0x01]
        var stream: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00] + flags + littleEndian(crc32(flags))
        // One filter, LZMA2 (0x21), whose one property byte is the dictionary's size; 0 is the smallest.
        var header: [UInt8] = [0x02, 0x00, 0x21, 0x01, 0x00, 0x00, 0x00, 0x00]
        header += littleEndian(crc32(header))
        let chunks = chunks(data)
        let unpadded = header.count + chunks.count + 4
        stream += header + chunks + padding(chunks.count) + littleEndian(crc32(data))
        var index: [UInt8] = [0x00, 0x01] + variable(unpadded) + variable(data.count)
        index += padding(index.count)
        index += littleEndian(crc32(index))
        stream += index
        // The footer counts the index in words, less one.
        let footer = littleEndian(UInt32(index.count / 4 - 1)) + flags
        return stream + littleEndian(crc32(footer)) + footer + [0x59, 0x5A]
    }

    /// The first chunk resets the dictionary; 0 ends them.
    private static func chunks(_ data: [UInt8]) -> [UInt8] {
        var chunks: [UInt8] = []
        var start = 0
        while start < data.count {
            let end = min(start + 0x10000, data.count)
            let size = end - start - 1
            chunks += [start == 0 ? 0x01 : 0x02, UInt8(size >> 8), UInt8(size & 0xFF)]
            chunks += data[start..<end]
            start = end
        }
        return chunks + [0x00]
    }

    private static func padding(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: (4 - count % 4) % 4) }

    private static func littleEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    /// Seven bits a byte, the lowest first.
    private static func variable(_ number: Int) -> [UInt8] {
        var rest = number
        var bytes: [UInt8] = []
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    package static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }
}
