import Testing

@testable import Formats

@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
    ])
    func theStandardsOwnExamples(text: String, digest: String) {
        #expect(SHA256.hexDigest(text.utf8) == digest)
    }

    @Test func piecesOfEveryLengthComeToTheSame() throws {
        let bytes = (0..<300).map { UInt8($0 % 251) }
        let whole = SHA256.hexDigest(bytes)
        for length in 1...130 {
            var hash = SHA256()
            for start in stride(from: 0, to: bytes.count, by: length) {
                hash.update(bytes[start..<min(start + length, bytes.count)])
                hash = try #require(SHA256(stored: hash.stored))
            }
            #expect(hash.hexDigest == whole, "pieces of \(length)")
        }
    }

    @Test func otherBytesAreNoState() {
        #expect(SHA256(stored: []) == nil)
        #expect(SHA256(stored: SHA256().stored + [1]) == nil)
        #expect(SHA256(stored: [UInt8](repeating: 0, count: 200)) == nil)
    }
}
