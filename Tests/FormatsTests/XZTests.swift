import Foundation
import Formats
import TestSupport
import Testing

@Suite("XZ") struct XZTests {
    @Test func checksumsAreThoseOfZip() {
        #expect(XZ.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(XZ.crc32([]) == 0)
    }

    @Test func theFrameIsThatOfTheFormat() {
        let stream = XZ.stored(Array("abc".utf8))
        #expect(stream.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]))
        #expect(stream.suffix(2) == [0x59, 0x5A])
        #expect(stream.count % 4 == 0)
    }

    /// Sizes around the largest chunk, read back by taking the frame apart.
    @Test(arguments: [0, 1, 3, 4, 65_535, 65_536, 65_537, 200_000]) func everyByteIsThere(size: Int) throws {
        var random = SeededGenerator()
        let data = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
        let stream = XZ.stored(data)
        var read: [UInt8] = []
        var index = 12 + 12
        while stream[index] != 0 {
            #expect(stream[index] == (read.isEmpty ? 1 : 2), "the first chunk resets the dictionary")
            let count = Int(stream[index + 1]) << 8 | Int(stream[index + 2]) + 1
            read += stream[(index + 3)..<(index + 3 + count)]
            index += 3 + count
        }
        #expect(read == data)
    }
}
