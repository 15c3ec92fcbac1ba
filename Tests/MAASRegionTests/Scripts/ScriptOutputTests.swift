import Testing

@testable import Formats
@testable import MAASRegion

@Suite("Output of scripts as files") struct ScriptOutputTests {
    /// What a reader of the format, liblzma, was seen to take for "hello".
    @Test func storedXZ() {
        let bytes = XZ.stored(Array("hello".utf8))
        #expect(
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                == "fd377a585a0000016922de360200210100000000372797d601000468656c6c6f0000000086a6103600011905bce8eccb9042990d"
                + "010000000001595a")
        #expect(XZ.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        // Every chunk holds up to 64 KiB behind three bytes.
        #expect(XZ.stored([UInt8](repeating: 7, count: 200_000)).count > 200_000 + 4 * 3)
    }

    @Test func tar() {
        let file = ScriptOutput.File(name: "a/b.out", text: "text", changed: 8000)
        let archive = TarArchive.write([file], under: "root")
        #expect(archive.count == 10_240)
        func field(_ range: Range<Int>) -> String { String(decoding: archive[range], as: UTF8.self) }
        #expect(field(0..<12) == "root/b.out\0\0")
        #expect(field(100..<108) == "0000644\0")
        #expect(field(124..<136) == "00000000004\0")
        #expect(field(136..<148) == "00000000010\0")
        #expect(field(257..<263) == "ustar\0")
        #expect(field(512..<516) == "text")
        // The checksum is that of the header with blanks in its place.
        let sum = archive[..<512].reduce(0) { $0 + Int($1) } - archive[148..<156].reduce(0) { $0 + Int($1) } + 8 * 32
        #expect(
            field(148..<154) == String(repeating: "0", count: 6 - String(sum, radix: 8).count) + String(sum, radix: 8))
    }

    @Test func severalFilesInOneText() {
        func file(_ name: String, _ text: String) -> ScriptOutput.File {
            ScriptOutput.File(name: name, text: text, changed: 0)
        }
        #expect(ScriptOutput.text([file("one", "text\n")]) == "text\n")
        #expect(ScriptOutput.text([]) == "")
        let dashes = String(repeating: "-", count: 37)
        let more = String(repeating: "-", count: 35)
        #expect(
            ScriptOutput.text([file("one", "text\n"), file("two.tar", "…")])
                == "\(dashes) one \(dashes)\ntext\n\n\(more) two.tar \(more)\nBinary file\n")
    }
}
