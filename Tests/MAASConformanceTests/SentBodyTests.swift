import Foundation
import Testing

@testable import MAASConformance

@Suite("How bodies go out") struct SentBodyTests {
    @Test("names and values are encoded, repeated ones in order") func forms() {
        let text = SentBody.urlencoded([("a b", "1&2"), ("a b", "é"), ("c", "")])
        #expect(text == "a%20b=1%262&a%20b=%C3%A9&c=")
    }

    @Test("fields and files are parts, and no name ends its line") func parts() throws {
        let (type, body) = SentBody.multipart([
            .init(name: "plain", contents: Data("x".utf8)),
            .init(name: "a\"\r\nb", filename: "c\"d", contents: Data([0, 255])),
        ])
        let boundary = try #require(type.split(separator: "boundary=").last)
        var wanted = Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"plain\"\r\n\r\nx\r\n".utf8)
        wanted += Data(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"a%22%0D%0Ab\"; filename=\"c%22d\"\r\n".utf8)
        wanted += Data("Content-Type: application/octet-stream\r\n\r\n".utf8) + Data([0, 255])
        wanted += Data("\r\n--\(boundary)--\r\n".utf8)
        #expect(body == wanted)
    }
}
