import Formats
import HTTPServer
import MAASRegion
import RegionTesting
import Testing

/// A file that comes in pieces.
@Suite struct UploadTests {
    private struct Upload {
        let maas: TestRegion
        let image: Int
        let uri: String

        init(_ maas: TestRegion, sha256: String, size: Int) throws {
            self.maas = maas
            let made = try maas.post(
                "boot-resources/",
                ["name": "mine", "architecture": "amd64/generic", "sha256": sha256, "size": "\(size)"])
            image = try #require(try made.integer("id"))
            uri = try #require(try Self.file(made)?["upload_uri"]?.string)
        }

        static func file(_ answer: Answer) throws -> JSONValue? {
            guard case .object(let sets) = try answer.value("sets") else { return nil }
            return sets.max { $0.key < $1.key }?.value["files"]?["root.tgz"]
        }

        func put(_ piece: some Collection<UInt8>) throws -> Answer {
            try maas.send(
                HTTPRequest(
                    method: "PUT", path: uri, headers: ["Content-Type": "application/octet-stream"],
                    body: Array(piece)))
        }

        func file(_ key: String) throws -> JSONValue? {
            try Self.file(try maas.get("boot-resources/\(image)/"))?[key]
        }
    }

    private let content = Array("an image of some bytes".utf8)

    @Test func itIsCompleteWithItsLastPiece() throws {
        let upload = try Upload(try TestRegion(), sha256: SHA256.hexDigest(content), size: content.count)
        #expect(try upload.file("progress") == .number(0) || upload.file("progress") == .integer(0))
        #expect(try upload.put(content[..<11]).text == "OK")
        #expect(try upload.file("complete") == .bool(false))
        #expect(try upload.put([]).text == "Missing data.")
        #expect(try upload.put(content).text == "Too much data received.")
        #expect(try upload.put(content[11...]).text == "OK")
        #expect(try upload.file("complete") == .bool(true))
        #expect(try upload.file("upload_uri") == nil)
        #expect(try upload.put(content[11...]).text == "Cannot upload to a complete file.")
    }

    @Test func aWrongHashLeavesWhatCameBefore() throws {
        let upload = try Upload(try TestRegion(), sha256: SHA256.hexDigest(content), size: content.count)
        #expect(try upload.put(content[..<11]).text == "OK")
        let wrong = try upload.put([UInt8](repeating: 0, count: content.count - 11))
        #expect(wrong.status == 400)
        #expect(wrong.text == "Saved content does not match given SHA256 value.")
        #expect(try upload.file("complete") == .bool(false))
        #expect(try upload.put(content[11...]).text == "OK")
        #expect(try upload.file("complete") == .bool(true))
    }

    @Test func anAbandonedOneGivesWayToTheNext() throws {
        let maas = try TestRegion()
        let first = try Upload(maas, sha256: SHA256.hexDigest(content), size: content.count)
        #expect(try first.put(content[..<3]).text == "OK")
        let second = try Upload(maas, sha256: SHA256.hexDigest(content), size: content.count)
        #expect(second.image == first.image)
        #expect(try first.put(content[3...]).text == "No BootResourceFile matches the given query.")
        #expect(try second.put(content).text == "OK")
    }

    @Test func nothingIsKeptOfWhatCame() throws {
        let maas = try TestRegion()
        let piece = [UInt8](repeating: 7, count: 1 << 16)
        let upload = try Upload(maas, sha256: String(repeating: "0", count: 64), size: piece.count * 10)
        func pages() throws -> Int { try maas.region.withState { try $0.db.scalar("PRAGMA page_count") ?? 0 } }
        #expect(try upload.put(piece).text == "OK")
        let before = try pages()
        for _ in 0..<8 { #expect(try upload.put(piece).text == "OK") }
        #expect(try pages() == before)
    }

    @Test func syncedImagesTakeNoPieces() throws {
        let maas = try TestRegion()
        let refused = try maas.send(
            HTTPRequest(
                method: "PUT", path: "/MAAS/api/2.0/boot-resources/1/upload/1/",
                headers: ["Content-Type": "application/octet-stream"], body: [1]))
        #expect(refused.status == 403)
        #expect(refused.text == "Cannot upload to a resource of type: 0.")
    }
}
