import Foundation
import HTTPClient
import MAASClient
import Synchronization
import Testing

@Suite("Images and files")
struct ImageTests {
    @Test("an image is uploaded piece by piece, and is whole then", arguments: EmulatedMAAS.Release.allCases)
    func upload(version: EmulatedMAAS.Release) async throws {
        let client = try EmulatedMAAS(version).client
        let content = Data((0..<10_000).map { UInt8($0 % 251) })
        let sent = Mutex<[UploadProgress]>([])
        let image = try await client.bootResources.upload(
            name: "custom/mine", architecture: "amd64/generic", content: content, title: "Mine", pieceSize: 4096
        ) { progress in sent.withLock { $0.append(progress) } }
        #expect(sent.withLock { $0.map(\.sent) } == [4096, 8192, 10_000])
        #expect(image.type == "Uploaded" && image.title == "Mine")
        let file = try #require(image.sets?.values.first?.files?.values.first)
        #expect(file.complete == true && file.size == 10_000)
        // A second image of the same bytes needs none of them.
        sent.withLock { $0 = [] }
        try await client.bootResources.upload(name: "custom/twin", architecture: "amd64/generic", content: content) {
            progress in sent.withLock { $0.append(progress) }
        }
        #expect(sent.withLock { $0.count } == 1)
    }

    @Test("files go as they are, whatever bytes they hold")
    func files() async throws {
        let client = try EmulatedMAAS().client
        let content = Data([0, 13, 10, 255, 45, 45, 34])
        try await client.files.create(filename: "a b.bin", file: content)
        #expect(try await client.files.list().map(\.filename) == ["a b.bin"])
        #expect(try await client.files.content("a b.bin") == content)
        try await client.files.file("a b.bin").delete()
        #expect(try await client.files.list().isEmpty)
    }

    @Test("scripts are kept, read and removed")
    func scripts() async throws {
        let client = try EmulatedMAAS().client
        let text = "#!/bin/sh\necho hello\n"
        let script = try await client.scripts.create(ScriptCreation(name: "hello", type: "testing", script: text))
        #expect(script.name == "hello")
        #expect(try await client.scripts.script("hello").download() == text)
        try await client.scripts.script("hello").delete()
        await #expect(throws: MAASError.self) { try await client.scripts.script("hello").get() }
    }
}
