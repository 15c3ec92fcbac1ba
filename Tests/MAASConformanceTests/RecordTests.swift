import Foundation
import HTTPServer
import MAASClient
import Synchronization
import TestSupport
import Testing

@testable import MAASConformance

/// The recorder between a client and a region, each behind a socket of its own.
@Suite struct RecordTests {
    /// What came to the region, and what the recorder wrote.
    private final class Seen: Sendable {
        private let state = Mutex((requests: [HTTPRequest](), text: ""))
        var requests: [HTTPRequest] { state.withLock { $0.requests } }
        var text: String { state.withLock { $0.text } }

        func note(_ request: HTTPRequest, _ respond: (HTTPRequest) -> HTTPResponse) -> HTTPResponse {
            state.withLock { $0.requests.append(request) }
            return respond(request)
        }

        func append(_ line: String) { state.withLock { $0.text += line } }

        func signature(of path: String) throws -> String {
            let request = try #require(requests.last { $0.path.hasSuffix(path) }, "nothing came to \(path)")
            return try #require(request.headers["Authorization"])
        }
    }

    @Test func eitherSideMayUseTLS() async throws {
        let certificate = try SelfSignedCertificate()
        for (above, below) in [(true, true), (true, false), (false, true)] {
            let seen = Seen()
            let emulated = try Emulated(certificate: above ? certificate : nil)
            var options = RecordingProxy.Options(listen: "127.0.0.1:0")
            if below { options.tls = (certificate.certificate, certificate.key) }
            let proxy = try await RecordingProxy.start(emulated.target, options) { seen.append($0) }
            #expect(proxy.endpoint.hasPrefix(below ? "https://" : "http://"))
            let client = try MAASTarget(
                url: proxy.endpoint, key: "any:other:key", caFile: below ? certificate.certificateFile : nil)
            let made = try await RecordedRequest(
                method: "POST", path: "zones/", body: .form([RecordedPair("name", "east")])
            ).send(to: client)
            #expect(made?.content?["name"]?.text == "east", "\(above) \(below): \(String(describing: made))")
            // Who follows the addresses of the description stays with the recorder.
            let description = try await client.client().send(APICall("GET", "describe/"))
            let text = String(decoding: description.body, as: UTF8.self)
            let namesRecorder = text.contains("\"\(proxy.endpoint)/api/2.0/zones/\"")
            let namesTarget = text.contains(emulated.target.endpoint.origin.drop { $0 != "/" })
            #expect(namesRecorder && !namesTarget, "\(above) \(below)")
            proxy.stop()
            #expect(try Recording(text: seen.text, file: "recorded").count == 2)
        }
    }

    /// Every byte but a zero, and what ends a line or a chunk.
    private static let contents = [UInt8]("\r\n0\r\n\r\n--edg".utf8) + (0..<70_000).map { UInt8($0 % 255) + 1 }

    private static let digest = "69abab5ccca134f776b07690139caf7af40ea3761fd2a73958d1dd32b72a5b6e"

    /// A request whose body comes in pieces of many sizes, one of them with an extension.
    private static func chunked(
        _ method: String, _ path: String, type: String, _ body: [UInt8], to proxy: RecordingProxy
    ) async throws -> RawConnection.Answer {
        let port = try #require(URL(string: proxy.endpoint)?.port)
        // The recorder answers with tasks: who waits for it holds none of their few threads.
        return try await withCheckedThrowingContinuation { continuation in
            Thread {
                continuation.resume(with: Result { try chunked(method, path, type: type, body, port: port) })
            }.start()
        }
    }

    private static func chunked(
        _ method: String, _ path: String, type: String, _ body: [UInt8], port: Int
    ) throws -> RawConnection.Answer {
        // It answers when the tests beside this one let it.
        let connection = try RawConnection(host: "127.0.0.1", port: port, patience: 600)
        connection.send(
            "\(method) /MAAS/api/2.0/\(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: \(type)\r\n"
                + "Authorization: OAuth oauth_token=\"t\"\r\nTransfer-Encoding: chunked\r\n\r\n")
        var rest = body[...]
        for size in [1, 7, 4096, 1, 30_000] {
            connection.send("\(String(size, radix: 16))\(size == 7 ? ";part=2" : "")\r\n")
            connection.send(Array(rest.prefix(size)))
            connection.send("\r\n")
            rest = rest.dropFirst(size)
        }
        connection.send("\(String(rest.count, radix: 16))\r\n")
        connection.send(Array(rest))
        connection.send("\r\n0\r\n\r\n")
        return try connection.readAnswer()
    }

    @Test func chunkedBodiesComeAsTheyAre() async throws {
        let seen = Seen()
        let emulated = try Emulated { seen.note($0, $1) }
        let proxy = try await RecordingProxy.start(emulated.target, .init(listen: "127.0.0.1:0")) { seen.append($0) }
        let client = try MAASTarget(url: proxy.endpoint, key: "any:other:key")
        // A file as part of a form.
        let type = "multipart/form-data; boundary=\"edge\""
        let body =
            Array("--edge\r\nContent-Disposition: form-data; name=\"filename\"\r\n\r\nnotes\r\n--edge\r\n".utf8)
            + Array("Content-Disposition: form-data; name=\"file\"; filename=\"notes\"\r\n\r\n".utf8)
            + Self.contents + Array("\r\n--edge--".utf8)
        #expect(try await Self.chunked("POST", "files/", type: type, body, to: proxy).status == 201)
        let form = try #require(seen.requests.last { $0.path.hasSuffix("/files/") })
        // Of two long lists a failed expectation would look for what differs.
        let isWhole = form.body == body
        #expect(isWhole)
        #expect(form.headers["Content-Type"] == type)
        let file = try await client.client().send(APICall("GET", "files/", op: "get", query: ["filename": "notes"]))
        let isReadWhole = Array(file.body) == Self.contents
        #expect(isReadWhole)
        // A piece of an image.
        let made = try await RecordedRequest(
            method: "POST", path: "boot-resources/",
            body: .form([
                RecordedPair("name", "custom/it"), RecordedPair("architecture", "amd64/generic"),
                RecordedPair("filetype", "tgz"), RecordedPair("size", "\(Self.contents.count)"),
                RecordedPair("sha256", Self.digest),
            ])
        ).send(to: client)
        let sets = made?.content?["sets"]?.members?.first?.value["files"]?.members?.first?.value
        let upload = try #require(sets?["upload_uri"]?.text, "\(String(describing: made))")
        let path = String(upload.dropFirst("/MAAS/api/2.0/".count))
        let answer = try await Self.chunked("PUT", path, type: "application/octet-stream", Self.contents, to: proxy)
        #expect(answer.status == 200, "\(answer)")
        let isUploadedWhole = seen.requests.last?.body == Self.contents
        #expect(isUploadedWhole)
        proxy.stop()
        let recorded = try Recording(text: seen.text, file: "recorded").exchanges.map(\.request)
        let isRecordedWhole = recorded.last?.body == .bytes(Data(Self.contents), type: "application/octet-stream")
        #expect(isRecordedWhole)
        guard case .multipart(let parts) = recorded.first?.body else {
            Issue.record("\(String(describing: recorded.first))")
            return
        }
        let isFileWhole = parts.last?.contents == Data(Self.contents)
        #expect(isFileWhole && parts.last?.filename == "notes")
    }

    /// As the Go clients do; what they sign with need not be a key of the target.
    @Test func whatIsSignedWithHMACIsSignedAnew() async throws {
        let seen = Seen()
        let emulated = try Emulated { seen.note($0, $1) }
        let proxy = try await RecordingProxy.start(emulated.target, .init(listen: "127.0.0.1:0")) { seen.append($0) }
        let user = try #require(emulated.target.userKey)
        let client = try MAASTarget(
            url: proxy.endpoint, key: "any:other:key", userKey: "\(user.consumerKey):\(user.tokenKey):not-its-secret")
        let hmac = JSON.object([.init("method", .string("HMAC-SHA1"))])
        func ask(_ method: String, _ path: String, _ form: [RecordedPair], _ sender: Sender) async throws -> Int? {
            let body = method == "GET" ? nil : RecordedBody.form(form)
            let query = method == "GET" ? form : []
            return try await RecordedRequest(
                method: method, path: path, query: query, body: body, sender: sender, signature: hmac
            ).send(to: client)?.status
        }
        #expect(try await ask("POST", "zones/", [.init("name", "east"), .init("description", "a b+ü")], .admin) == 200)
        let admin = try seen.signature(of: "/zones/")
        #expect(admin.contains("PLAINTEXT") && admin.contains("\"\(emulated.target.key.tokenKey)\""), "\(admin)")
        #expect(!admin.contains("HMAC") && !admin.contains("\"other\""))
        // Whoever names the user's token is the user.
        #expect(try await ask("POST", "zones/", [.init("name", "west")], .user) == 403)
        #expect(try seen.signature(of: "/zones/").contains("\"\(user.tokenKey)\""))
        #expect(try await ask("GET", "users/", [.init("op", "whoami")], .user) == 200)
        #expect(try await ask("PUT", "zones/east/", [.init("description", "other")], .admin) == 200)
        proxy.stop()
        let recorded = try Recording(text: seen.text, file: "recorded").exchanges.map(\.request)
        #expect(recorded.map(\.sender) == [.admin, .user, .user, .admin])
        #expect(recorded.allSatisfy { $0.signature == nil })
    }
}
